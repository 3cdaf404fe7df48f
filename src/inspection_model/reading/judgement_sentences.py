"""Sentences that judge an area, above or below the table of judgements, or as a heading.

    sentence := { words } words of the area { words } words of the grade

A framework lists the sentences: "{area} are {grade}", "The overall judgement is that {area} {grade}". The
words of an area may have a slot for the name of the authority: "Children's services in {authority}".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspection_model.frameworks.framework import Area, Framework, Grade
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.judgement_table import Row
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole

__all__ = ["JudgementLines", "find_sentences", "judgement_in"]

# A sentence is not wrapped over more lines than this.
_MOST_LINES = 3
_SLOT = "{authority}"


class JudgementLines(NamedTuple):
    """A sentence that judges an area.

    Attributes:
        row: The judgement.
        first: The index of its first line among those that were searched.
        end: The index after its last line.
    """

    row: Row
    first: int
    end: int


class _Sentence(NamedTuple):
    """A sentence of a framework: the words before the area, those between, and the grade."""

    before: str
    between: str


class _Sentences(NamedTuple):
    """The sentences of a framework with the forms of its areas, split at the slot, and of its grades."""

    sentences: Sequence[_Sentence]
    areas: Sequence[tuple[str, str | None, Area]]
    grades: Sequence[tuple[str, Grade]]
    beginnings: tuple[str, ...]


def find_sentences(lines: Sequence[Line], framework: Framework) -> list[JudgementLines]:
    """Return the sentences in lines that judge an area, each of which begins a line."""
    beginnings = _sentences(framework).beginnings
    found: list[JudgementLines] = []
    for index, line in enumerate(lines):
        after_last = not found or index >= found[-1].end
        if not (beginnings and after_last and fold_heading(line.text).startswith(beginnings)):
            continue
        for end in _ends(lines, index):
            row = judgement_in(whole(lines[index:end]), framework)
            if row is not None:
                found.append(JudgementLines(row, index, end))
                break
    return found


def _ends(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Yield where a sentence that begins at a line may end, the furthest first."""
    end = first + 1
    while end < min(len(lines), first + _MOST_LINES) and lines[end].breaks_before == 1:
        end += 1
    yield from range(end, first, -1)


def judgement_in(words: Excerpt, framework: Framework) -> Row | None:
    """Return the judgement that is all that some words state, or ``None``."""
    known = _sentences(framework)
    folded = fold_heading(words.words)  # the beginning of the folded words, which have no soft hyphen
    for form, grade in known.grades:
        if not folded.endswith(f" {form}"):
            continue
        at = len(folded) - len(form)
        for before, between in known.sentences:
            end = at - len(between)
            if end > len(before) and folded.startswith(before) and folded.endswith(between, 0, at):
                printed = words[len(before) : end]
                area = _area(known, printed)
                if area is not None:
                    return Row(area, printed, grade, words[at : len(folded)])
    return None


def _area(known: _Sentences, printed: Excerpt) -> Area | None:
    folded = printed.folded
    for before, after, area in known.areas:
        if after is None:
            if folded == before:
                return area
        elif folded.startswith(before) and folded.endswith(after):
            name = printed.words[len(before) : len(folded) - len(after)].split()
            if name and name[-1][0].isupper():  # no verb: "in Marrowby seem"
                return area
    return None


@functools.lru_cache(maxsize=32)
def _sentences(framework: Framework) -> _Sentences:
    sentences = [_Sentence(*phrase.words[:2]) for phrase in framework.judgement_sentences]
    areas: list[tuple[str, str | None, Area]] = []
    for area in framework.areas:
        for form in (*area.printed, *area.in_sentences):
            before, slot, after = form.partition(_SLOT)
            # The space before the slot is part of the words before it.
            folded = f"{fold_heading(before)} " if slot else fold_heading(before)
            areas.append((folded, fold_heading(after) if slot else None, area))
    grades = [(fold_heading(form), grade) for grade in framework.grades for form in grade.printed]
    grades.sort(key=lambda grade: -len(grade[0]))
    beginnings = {f"{sentence.before}{form}".split()[0] for sentence in sentences for form, _, _ in areas}
    return _Sentences(sentences, areas, grades, tuple(sorted(beginnings)))

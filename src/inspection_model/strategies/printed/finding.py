"""Findings of printed letters and reports, and declarations in the terms of the framework."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, lexicon
from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.words import fold_words
from inspection_model.model import Declaration, Finding, Reference
from inspection_model.reading.grammar.absence import says_nothing
from inspection_model.reading.grammar.phrases import CARRIED_OVER, NONE, phrasebook_of
from inspection_model.strategies.arguments import several
from inspection_model.strategies.printed.earlier import referring
from inspection_model.vocabulary import DeclarationState

__all__ = ["carried_over", "declarations", "findings", "headings", "listed"]


@st.composite
def findings(draw: st.DrawFn, framework: Framework, items: S[str]) -> tuple[Finding, ...]:
    """Draw the findings of up to four sections of a letter, in order."""
    sections = draw(st.lists(st.sampled_from(framework.sections), max_size=4))
    found: list[Finding] = []
    for section in sections:
        heading = draw(headings(section))
        found += draw(listed(framework, section, heading, items, first=draw(_numbers(1))))
    return tuple(found)


def headings(section: Section, printed: Iterable[str] | None = None) -> S[str | None]:
    """Draw a heading of a section, also in capitals, or ``None`` if a lead-in sentence may introduce it.

    Args:
        section: The section.
        printed: Its headings to choose from; all if omitted.
    """
    lead_in: list[str | None] = [None] if any(not phrase.slots for phrase in section.lead_ins) else []
    chosen = section.headings if printed is None else tuple(printed)
    return st.sampled_from([*lead_in, *chosen, *(heading.upper() for heading in chosen)])


@st.composite
def listed(
    draw: st.DrawFn,
    framework: Framework,
    section: Section,
    heading: str | None,
    items: S[str],
    first: int | None,
    area: str | None = None,
) -> list[Finding]:
    """Draw up to three findings of a section.

    Args:
        draw: Draws an example.
        framework: The framework.
        section: The section.
        heading: The heading above them.
        items: Their texts.
        first: The number of the first one; ``None`` if they have no numbers.
        area: The area that the section keeps from the one above; that of the section if omitted.
    """
    found: list[Finding] = []
    texts = st.tuples(items.filter(_is_finding(framework)), st.none() | st.integers(1, 9))
    earlier = st.tuples(referring(section).filter(_is_finding(framework)), st.none())
    for text, tag in draw(st.lists(texts | earlier, min_size=1, max_size=3)):
        found.append(
            Finding(
                category=section.category,
                area=area or section.area,
                heading=heading,
                text=text if tag is None else f"{text} (enabler {tag}, national framework)",
                number=first if first is None else first + len(found),
                parts=draw(several(items, most=2)),
                references=_references(tag),
            )
        )
    return found


def _numbers(first: int) -> S[int | None]:
    return st.booleans().map(lambda numbered: first if numbered else None)


def _is_finding(framework: Framework) -> Callable[[str], bool]:
    """Return a test whether a text does not state, in place of findings, that nothing was found."""
    phrasebook = phrasebook_of(framework)

    def is_finding(text: str) -> bool:
        folded = fold_words(text).rstrip(" .")
        phrases = (phrasebook.find(kind, folded) for kind in (NONE, CARRIED_OVER))
        return not says_nothing(folded) and not any(phrases)

    return is_finding


def _references(tag: int | None) -> tuple[Reference, ...]:
    return () if tag is None else (Reference(scheme="national framework", value=f"enabler {tag}"),)


@functools.cache
def declarations(framework: Framework) -> S[tuple[Declaration, ...]]:
    """Draw up to two declarations: a count word followed by a term of the framework."""
    terms = [(section.category, section.terms[0]) for section in framework.sections if section.terms]
    if not terms:
        return st.just(())
    unspecified = lexicon().counts[DeclarationState.UNSPECIFIED]
    none = lexicon().counts[DeclarationState.NONE]
    counts = (
        st.sampled_from([(word, number) for word, number in lexicon().numbers.items() if number > 1]).map(
            lambda drawn: (drawn[0], DeclarationState.SPECIFIED, drawn[1])
        )
        | st.sampled_from(unspecified).map(lambda word: (word, DeclarationState.UNSPECIFIED, None))
        | st.sampled_from(none).map(lambda word: (word, DeclarationState.NONE, None))
    )
    declared = st.tuples(st.sampled_from(terms), counts).map(
        lambda drawn: Declaration(
            category=drawn[0][0],
            state=drawn[1][1],
            count=drawn[1][2],
            as_printed=f"{drawn[1][0]} {drawn[0][1]}",
        )
    )
    return several(declared, most=2)


def carried_over(sections: list[Section]) -> S[tuple[Declaration, ...]]:
    """Draw no declaration, or one that carries over the findings of the first section.

    Args:
        sections: The sections that have phrases for it.
    """
    if not sections:
        return st.just(())
    section = sections[0]
    declaration = Declaration(
        category=section.category,
        state=DeclarationState.CARRIED_OVER,
        as_printed=f"Those {section.carried_over[0].text} last visit still apply",
    )
    return st.sampled_from([(), (declaration,)])

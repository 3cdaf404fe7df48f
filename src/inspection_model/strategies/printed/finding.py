"""Findings of printed inspections, and declarations in the terms of the framework."""

from __future__ import annotations

import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy as S

from inspection_model.frameworks import Framework, lexicon
from inspection_model.frameworks.framework import Section
from inspection_model.frameworks.words import fold_words
from inspection_model.model import Declaration, Finding, Reference
from inspection_model.reading.grammar.absence import says_nothing
from inspection_model.reading.grammar.phrases import CARRIED_OVER, NONE, phrasebook_of
from inspection_model.strategies.arguments import several
from inspection_model.vocabulary import DeclarationState

__all__ = ["carried_over", "declarations", "findings"]


@st.composite
def findings(draw: st.DrawFn, framework: Framework, items: S[str]) -> tuple[Finding, ...]:
    """Draw the findings of up to four sections, in order."""
    sections = draw(st.lists(st.sampled_from(framework.sections), max_size=4))
    phrasebook = phrasebook_of(framework)

    def is_finding(text: str) -> bool:
        """Return whether a text does not state, in place of findings, that there are none."""
        folded = fold_words(text).rstrip(" .")
        phrases = (phrasebook.find(kind, folded) for kind in (NONE, CARRIED_OVER))
        return not says_nothing(folded) and not any(phrases)

    findings: list[Finding] = []
    for section in sections:
        lead_in: list[str | None] = [None] if section.lead_ins else []
        capitals = [heading.upper() for heading in section.headings]
        heading = draw(st.sampled_from([*lead_in, *section.headings, *capitals]))
        listed = draw(st.lists(items.filter(is_finding), min_size=1, max_size=3))
        numbered = draw(st.booleans())
        for number, text in enumerate(listed, 1):
            tag = draw(st.none() | st.integers(1, 9))
            findings.append(
                Finding(
                    category=section.category,
                    heading=heading,
                    text=text if tag is None else f"{text} (enabler {tag}, national framework)",
                    number=number if numbered else None,
                    parts=draw(several(items, most=2)),
                    references=_references(tag),
                )
            )
    return tuple(findings)


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

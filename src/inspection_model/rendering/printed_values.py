"""Values as a sentence or a labelled field prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from inspection_model.frameworks.fact import FactType
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.inspectorate import Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.visit import Visit
from inspection_model.rendering.judging import previous_words
from inspection_model.rendering.labels import written_days

__all__ = ["PRINTED_TYPES", "enumeration", "printed", "sentence"]

PRINTED_TYPES = frozenset(
    {
        FactType.TEXT,
        FactType.NAME,
        FactType.DAYS,
        FactType.INSPECTORATES,
        FactType.PEOPLE,
        FactType.PREVIOUS,
        FactType.PROVISION,
    }
)
"""The types of the values that a sentence prints; others are printed as lists."""


def printed(value: object, framework: Framework | None) -> str | None:
    """Return how a sentence prints a value."""
    match value:
        case str() | None:
            return value
        case Visit():
            return _visit(value)
        case LegalBasis():
            return _legal_basis(value, framework)
        case PreviousInspection():
            return previous_words(value)
        case _:
            return enumeration([*_names(cast("tuple[Inspectorate | Person, ...]", value))])


def enumeration(texts: Sequence[str]) -> str:
    """Join texts as in a sentence: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def sentence(phrases: Sequence[Phrase], values: Mapping[str, str]) -> str:
    """Return the first phrase whose slots all have values, filled, as a sentence, or an empty text."""
    for phrase in phrases:
        if phrase.slots and all(slot in values for slot in phrase.slots):
            filled = phrase.fill(values)
            return f"{filled[0].upper()}{filled[1:]}."
    return ""


def _names(listed: Sequence[Inspectorate | Person]) -> Iterator[str]:
    """Yield the names of people, with their posts, or of several inspectorates: one is in the letterhead."""
    for each in listed:
        if isinstance(each, Person):
            yield _inspector(each)
        elif len(listed) > 1:
            yield each.name


def _visit(visit: Visit) -> str:
    if visit.as_printed is not None:
        return visit.as_printed
    return enumeration([written_days(period.start, period.end) for period in visit.periods])


def _inspector(person: Person) -> str:
    return f"{person.name}, {person.post}" if person.post else person.name


def _legal_basis(basis: LegalBasis, framework: Framework | None) -> str:
    provision = framework.provision(basis) if framework else None
    if provision is not None:
        return provision.printed[0]
    return f"section {basis.section} of the {basis.act}" if basis.section else f"the {basis.act}"

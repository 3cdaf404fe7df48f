"""What the renderers call things: the labels of ``labels.toml``."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from typing import final

import attrs

from inspection_model.vocabulary import (
    MONTHS,
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    IdentifierScheme,
)

__all__ = ["Labels", "labels", "written_day"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Labels:
    """The labels by what they stand for.

    Attributes:
        titles: The titles of a report's sections, by name.
        facts: The labels of single facts, by name.
        categories: Singular and plural for each category.
        methods: One for each evidence method.
        contacts: One for each kind of contact.
        identifiers: One for each scheme.
        states: What a declaration says, in words.
        due: Singular and plural of what is counted; one phrase for what is not.
    """

    titles: Mapping[str, str]
    facts: Mapping[str, str]
    categories: Mapping[Category, tuple[str, str]]
    methods: Mapping[EvidenceMethod, str]
    contacts: Mapping[ContactKind, str]
    identifiers: Mapping[IdentifierScheme, str]
    states: Mapping[DeclarationState, str]
    due: Mapping[DueUnit, tuple[str, ...]]


@functools.cache
def labels() -> Labels:
    """Give the labels of the package's own file, which names every member of every list."""
    import tomllib  # where used: a program that renders nothing does not need it
    from importlib.resources import files

    toml = files("inspection_model.rendering").joinpath("labels.toml").read_text(encoding="utf-8")
    data = tomllib.loads(toml)
    return Labels(
        titles=data["titles"],
        facts=data["facts"],
        categories={member: tuple(data["categories"][member]) for member in Category},
        methods={member: data["methods"][member] for member in EvidenceMethod},
        contacts={member: data["contacts"][member] for member in ContactKind},
        identifiers={member: data["identifiers"][member] for member in IdentifierScheme},
        states={member: data["states"][member] for member in DeclarationState},
        due={DueUnit(unit): tuple(words) for unit, words in data["due"].items()},
    )


def written_day(day: datetime.date) -> str:
    """Write a day as an English letter does: ``6 October 2009``, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"

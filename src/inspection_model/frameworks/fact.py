"""Facts: what the prose of a kind of inspection states, as data of its framework."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import final

import attrs

from inspection_model.frameworks.phrase import Phrase
from inspection_model.vocabulary import PersonRole

__all__ = ["Fact", "FactType", "Slot"]


class FactType(StrEnum):
    """How the text of a slot becomes a value. The reader has one function for each type."""

    TEXT = "text"
    """The words as printed."""
    NAME = "name"
    """The name of an authority, without an article or a possessive."""
    DAYS = "days"
    """The days of a visit."""
    DATE = "date"
    """The day of the document."""
    PEOPLE = "people"
    """A list of people with their posts."""
    INSPECTORATES = "inspectorates"
    """The inspectorates of a joint inspection."""
    PREVIOUS = "previous"
    """The days of the previous inspection, or a statement in their place."""
    PROVISION = "provision"
    """A legal basis."""
    COUNTS = "counts"
    """Numbers of findings by category."""
    SOURCES = "sources"
    """A list of evidence sources."""
    PARTICIPANTS = "participants"
    """The people of an interview."""
    SUBJECTS = "subjects"
    """What inspectors looked at, which is an evidence source or else the scope."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Slot:
    """What the text of a phrase's slot gives.

    Attributes:
        type: How the text becomes a value.
        to: Where the value goes: a JSON Pointer into the inspection, such as ``/visit``.
        role: The role of the people that it names.
    """

    type: FactType
    to: str
    role: PersonRole | None = None


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Fact:
    """One or more facts that a sentence states, with the phrases that state them.

    Attributes:
        name: The key of its phrases in a framework's file.
        slots: The slots that its phrases may have.
        phrases: The phrases in the order in which they are tried: first those of the lexicon.
        in_opening: Whether a sentence of the opening may state it.
        in_closing: Whether a sentence of the closing may state it.
        repeats: Whether several sentences may state it; otherwise the first one counts.
        exclusive: Whether a sentence that states another fact does not state this one.
    """

    name: str
    slots: Mapping[str, Slot] = attrs.field(hash=False)
    phrases: tuple[Phrase, ...] = ()
    in_opening: bool = True
    in_closing: bool = False
    repeats: bool = False
    exclusive: bool = False

"""The parts of a report: what is said to people, before any format.

    report  := title kind { section }
    section := name title { block }
    block   := section | details | items | card | note

`outline()` makes the parts from a record; a format is a table from each part to its markup. Every
string in a part is plain text, and the format alone knows how to write it safely.
"""

from __future__ import annotations

import datetime
from typing import TypeAlias, final

import attrs

__all__ = [
    "Card",
    "Days",
    "Detail",
    "Details",
    "Item",
    "Items",
    "Link",
    "Note",
    "Report",
    "ReportBlock",
    "ReportSection",
    "Value",
]


@final
@attrs.frozen
class Days:
    """An unbroken run of days, or one day when both ends are the same."""

    start: datetime.date
    end: datetime.date


@final
@attrs.frozen
class Link:
    """A text whose address is proven safe by whoever made it."""

    text: str
    address: str


Value: TypeAlias = "str | Days | Link"
"""One value, on a line of its own."""


@final
@attrs.frozen
class Detail:
    """A label and its values."""

    label: str
    values: tuple[Value, ...]


@final
@attrs.frozen
class Details:
    """Labelled values, one below the other."""

    details: tuple[Detail, ...]


@final
@attrs.frozen
class Item:
    """An item of a list, with what belongs to it.

    Attributes:
        text: Its words.
        label: What is said before them.
        number: Its number as printed.
        anchor: The name by which a page can be opened at it.
        details: Labelled values about it.
        parts: The items below it.
    """

    text: str
    label: str | None = None
    number: int | None = None
    anchor: str | None = None
    details: tuple[Detail, ...] = ()
    parts: tuple[str, ...] = ()


@final
@attrs.frozen
class Items:
    """A list. Either all of its items have a number, or none has."""

    items: tuple[Item, ...]


@final
@attrs.frozen
class Card:
    """How to reach somebody: a name, the lines of an address, labelled contacts."""

    name: str
    lines: tuple[str, ...]
    details: tuple[Detail, ...]


@final
@attrs.frozen
class Note:
    """A paragraph about what follows."""

    text: str


@final
@attrs.frozen
class ReportSection:
    """A heading and what stands below it. The name is unique in its report, or ``None``."""

    name: str | None
    title: str
    blocks: tuple[ReportBlock, ...]


ReportBlock: TypeAlias = ReportSection | Details | Items | Card | Note


@final
@attrs.frozen
class Report:
    """A whole report."""

    title: str
    kind: str | None
    sections: tuple[ReportSection, ...]

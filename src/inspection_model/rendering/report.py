"""The format-independent parts of a report.

    report  := title kind { section }
    section := name title { block }
    block   := section | details | table | items | card | note

`outline()` builds a report from an inspection; each output format maps every part to its markup. All
strings are plain text; escaping them is up to the output format.
"""

from __future__ import annotations

import datetime
from typing import TypeAlias, final

import attrs

from inspection_model.vocabulary import Category

__all__ = [
    "Card",
    "Days",
    "Detail",
    "Details",
    "Item",
    "Items",
    "Link",
    "Note",
    "Printed",
    "Report",
    "ReportBlock",
    "ReportSection",
    "Table",
    "Value",
]


@final
@attrs.frozen
class Days:
    """A range of days, both ends included; a single day if both ends are equal."""

    start: datetime.date
    end: datetime.date


@final
@attrs.frozen
class Link:
    """A linked text. The address must be known to be safe: formats do not check it."""

    text: str
    address: str


@final
@attrs.frozen
class Printed:
    """Words of the document. A plain string has words of this library."""

    text: str


Value: TypeAlias = "str | Printed | Days | Link"
"""A value of a labelled detail."""


@final
@attrs.frozen
class Detail:
    """A label with one or more values."""

    label: str
    values: tuple[Value, ...]


@final
@attrs.frozen
class Details:
    """A block of labelled values."""

    details: tuple[Detail, ...]


@final
@attrs.frozen
class Table:
    """A table: the headings of its columns, and its rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@final
@attrs.frozen
class Item:
    """An item of a list.

    Attributes:
        text: The text of the item.
        label: A label in front of the text.
        number: The number as printed in the document.
        anchor: The fragment identifier of the item on an HTML page.
        details: Labelled values about the item.
        parts: The sub-items.
        pointer: The JSON Pointer of the fact in the inspection, such as ``/findings/3``.
    """

    text: str
    label: str | None = None
    number: int | None = None
    anchor: str | None = None
    details: tuple[Detail, ...] = ()
    parts: tuple[str, ...] = ()
    pointer: str | None = None


@final
@attrs.frozen
class Items:
    """A list. Either all items are numbered or none."""

    items: tuple[Item, ...]


@final
@attrs.frozen
class Card:
    """A postal address with a name and labelled contact details."""

    name: str
    lines: tuple[str, ...]
    details: tuple[Detail, ...]


@final
@attrs.frozen
class Note:
    """An explanatory paragraph."""

    text: str


@final
@attrs.frozen
class ReportSection:
    """A heading and the blocks below it.

    Attributes:
        name: A name that is unique within the report; a section within a section has none.
        title: The heading.
        blocks: What is below the heading.
        category: The category, if the section has all findings of one.
        printed: Whether the heading is the document's.
    """

    name: str | None
    title: str
    blocks: tuple[ReportBlock, ...]
    category: Category | None = None
    printed: bool = False


ReportBlock: TypeAlias = ReportSection | Details | Table | Items | Card | Note


@final
@attrs.frozen
class Report:
    """A report: its title, the type of inspection, and its sections, the most important first."""

    title: str
    kind: str | None
    sections: tuple[ReportSection, ...]

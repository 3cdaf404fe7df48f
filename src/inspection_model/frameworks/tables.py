"""The tables of a framework's file: their keys and the types of the values."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias, final

import msgspec

from inspection_model.frameworks.fact import FactType
from inspection_model.model.days import date_class
from inspection_model.model.judgement import LOWEST_RANK
from inspection_model.vocabulary import Category, DueUnit, PublicationForm

__all__ = [
    "TABLES",
    "AreaTable",
    "BodyTable",
    "DatedTable",
    "FactTable",
    "FrameworkFile",
    "GradeTable",
    "JointInspectorateTable",
    "LegalBasisTable",
    "ObligationTable",
    "SectionTable",
]

if TYPE_CHECKING:
    _Day: TypeAlias = datetime.date | None
else:
    # The hints of a table are evaluated once, perhaps while a frozen clock has replaced the class.
    _Day = date_class() | None
_List: TypeAlias = tuple[str, ...]
_Filled: TypeAlias = Annotated[_List, msgspec.Meta(min_length=1)]


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a framework's file; the documentation lists the keys."""


class DatedTable(Table, frozen=True, kw_only=True):
    """A table with a period."""

    since: _Day = None
    until: _Day = None


@final
class LegalBasisTable(DatedTable, frozen=True, kw_only=True):
    """``[[legal_basis]]``: a provision."""

    act: str
    identifier: str
    printed: _Filled
    section: str | None = None


@final
class MeaningTable(DatedTable, frozen=True, kw_only=True):
    """``[[section.meaning]]``: what a category meant."""

    text: str


@final
class JointInspectorateTable(Table, frozen=True, kw_only=True):
    """``[[joint_inspectorate]]``: an inspectorate that takes part."""

    name: str
    printed: _List = ()
    optional: bool = False


@final
class BodyTable(Table, frozen=True, kw_only=True):
    """``[[body]]``: a kind of body that is responsible in a partnership."""

    id: str
    printed: _Filled


@final
class GradeTable(Table, frozen=True, kw_only=True):
    """``[[grade]]``: a grade of the scale."""

    id: str
    rank: Annotated[int, msgspec.Meta(ge=1, le=LOWEST_RANK)]
    printed: _Filled


@final
class AreaTable(DatedTable, frozen=True, kw_only=True):
    """``[[area]]``: an area that is judged."""

    id: str
    printed: _Filled
    part_of: str | None = None


@final
class SectionTable(Table, frozen=True, kw_only=True):
    """``[[section]]``: the findings of one category."""

    category: Category
    headings: _List = ()
    lead_ins: _List = ()
    terms: _List = ()
    none: _List = ()
    carried_over: _List = ()
    area: str | None = None
    keeps_area: bool = False
    unheaded: bool = False
    subheadings: bool = False
    table: bool = False
    responsible_cells: _List = ()
    meaning: tuple[MeaningTable, ...] = ()


@final
class ObligationTable(Table, frozen=True, kw_only=True):
    """``[[obligation]]``: what the findings of a category, or the inspection as a whole, cause."""

    category: Category | None = None
    phrases: _Filled
    to: str | None = None
    due: DueUnit | None = None


@final
class FactTable(Table, frozen=True, kw_only=True):
    """``[[fact]]``: a fact of this kind alone."""

    name: str
    type: FactType
    to: str
    phrases: _Filled
    in_closing: bool = False
    repeats: bool = False


@final
class FrameworkFile(DatedTable, frozen=True, kw_only=True):
    """The whole file."""

    id: str
    title: str
    inspectorate: str
    form: PublicationForm = PublicationForm.LETTER
    subjects: _List = ()
    mentions: _List = ()
    boilerplate: _List = ()
    closing: _List = ()
    signed_by: _List = ()
    names_inspectors: bool = False
    grade_header: _List = ()
    grade_links: _List = ()
    judgement_sentences: _List = ()
    above_title: _List = ()
    partnerships: _List = ()
    outcome_headings: _List = ()
    aside_headings: _List = ()
    closing_headings: _List = ()
    team_headings: _List = ()
    body_headings: _List = ()
    asides: _List = ()
    joint_inspectorate: tuple[JointInspectorateTable, ...] = ()
    body: tuple[BodyTable, ...] = ()
    legal_basis: tuple[LegalBasisTable, ...] = ()
    phrases: dict[str, object] = msgspec.field(default_factory=dict[str, object])
    fact: tuple[FactTable, ...] = ()
    grade: tuple[GradeTable, ...] = ()
    area: tuple[AreaTable, ...] = ()
    section: tuple[SectionTable, ...] = ()
    obligation: tuple[ObligationTable, ...] = ()


TABLES: dict[str, type[Table]] = {
    "": FrameworkFile,
    "joint_inspectorate": JointInspectorateTable,
    "body": BodyTable,
    "legal_basis": LegalBasisTable,
    "fact": FactTable,
    "grade": GradeTable,
    "area": AreaTable,
    "section": SectionTable,
    "section.meaning": MeaningTable,
    "obligation": ObligationTable,
}
"""The tables by their path, without the positions in lists."""

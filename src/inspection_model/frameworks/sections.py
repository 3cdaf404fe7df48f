"""From the tables of a framework's file to its sections."""

from __future__ import annotations

from collections.abc import Callable

from inspection_model.frameworks.framework import Dates, Meaning, Section
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.scales import Fail, check_area, headings_with_grades, judged_headings
from inspection_model.frameworks.tables import DatedTable, FrameworkFile, SectionTable
from inspection_model.vocabulary import Category

__all__ = ["sections_of"]


def sections_of(
    file: FrameworkFile,
    dates: Callable[[str, DatedTable], Dates],
    phrases: Callable[..., tuple[Phrase, ...]],
    fail: Fail,
) -> tuple[Section, ...]:
    """Return the sections of ``[[section]]``.

    Args:
        file: The file.
        dates: Returns the period of a table, given the path before its keys.
        phrases: Makes the phrases of a key.
        fail: Raises the error for a key.
    """
    areas = {table.id: table for table in file.area}
    sections: dict[tuple[Category, str | None], Section] = {}
    for index, table in enumerate(file.section):
        where = f"section[{index}]."
        check_area(f"{where}area", table.area, areas, fail)
        judged = judged_headings(areas[table.area], file) if table.area is not None else ()
        headings = headings_with_grades(table.headings, file) or judged
        _check_headings(where, table, headings, fail)
        if (table.category, table.area) in sections:
            hint = "put the headings of both into one"
            name = f"{table.category} and {table.area}" if table.area else table.category
            fail(f"{where}category", f"a second section for {name}", hint)
        sections[table.category, table.area] = _section(where, table, headings, dates, phrases)
    return tuple(sections.values())


def _check_headings(where: str, table: SectionTable, headings: tuple[str, ...], fail: Fail) -> None:
    for index, heading in enumerate(table.headings):
        if not heading[0].isalpha():
            hint = "omit a number or a bullet before it"
            fail(f"{where}headings[{index}]", f"{heading!r} does not start with a letter", hint)
    if not (headings or table.lead_ins or table.unheaded):
        hint = 'add headings = ["…"]'
        fail(f"{where}headings", "a section needs a heading or a lead-in", hint)


def _section(
    where: str,
    table: SectionTable,
    headings: tuple[str, ...],
    dates: Callable[[str, DatedTable], Dates],
    phrases: Callable[..., tuple[Phrase, ...]],
) -> Section:
    return Section(
        category=table.category,
        headings=headings,
        lead_ins=phrases(f"{where}lead_ins", table.lead_ins),
        terms=table.terms,
        none=phrases(f"{where}none", table.none),
        carried_over=phrases(f"{where}carried_over", table.carried_over),
        meanings=tuple(
            Meaning(text=meaning.text, dates=dates(f"{where}meaning[{i}].", meaning))
            for i, meaning in enumerate(table.meaning)
        ),
        area=table.area,
        keeps_area=table.keeps_area,
        unheaded=table.unheaded,
        subheadings=table.subheadings,
        table=table.table,
        responsible_cells=table.responsible_cells,
    )

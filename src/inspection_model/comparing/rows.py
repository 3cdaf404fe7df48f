"""Comparisons and histories as rows of plain texts, for CSV files and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from inspection_model.comparing.comparison import (
    Comparison,
    DeclarationChange,
    FindingChange,
    JudgementChange,
)
from inspection_model.comparing.dates import day_of
from inspection_model.comparing.history import History
from inspection_model.comparing.lineage import dfe_code
from inspection_model.comparing.words import full_text
from inspection_model.model.declaration import Declaration
from inspection_model.model.judgement import Judgement
from inspection_model.spreadsheets import safe_text

__all__ = ["COMPARISON_COLUMNS", "HISTORY_COLUMNS", "comparison_rows", "csv_text", "history_rows"]

Row: TypeAlias = dict[str, str]
"""A row: the text of each column; a column that is missing is empty."""

COMPARISON_COLUMNS = (
    "row", "change", "category", "area", "similarity", "suggestion",
    "earlier_id", "later_id", "earlier", "later",
)  # fmt: skip
"""The columns of a comparison; ``row`` is ``finding``, ``judgement`` or ``declared``."""

HISTORY_COLUMNS = (
    "row", "authority", "dfe", "inspection", "date", "framework", "area", "value", "change",
    "finding", "later_inspection", "later_date", "later_finding", "similarity", "as_printed",
)  # fmt: skip
"""The columns of a history; ``row`` is ``document``, ``judgement``, ``priority-action`` or ``remark``."""


def comparison_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield one row for each finding, judgement and declared number."""
    yield from map(_finding, comparison.findings)
    yield from map(_judgement, comparison.judgements)
    yield from map(_declared, comparison.declared)


def _finding(change: FindingChange) -> Row:
    sides = [side.finding for side in (change.earlier, change.later) if side]
    return {
        "row": "finding",
        "change": change.kind,
        "category": _joined(side.category for side in sides),
        "area": _joined(side.area for side in sides),
        "similarity": "" if change.similarity is None else str(change.similarity),
        "suggestion": "yes" if change.is_suggestion else "no",
        "earlier_id": change.earlier.id if change.earlier else "",
        "later_id": change.later.id if change.later else "",
        "earlier": full_text(change.earlier.finding) if change.earlier else "",
        "later": full_text(change.later.finding) if change.later else "",
    }


def _joined(values: Iterable[str | None]) -> str:
    return " → ".join(dict.fromkeys(filter(None, values)))


def _judgement(change: JudgementChange) -> Row:
    sides = [side for side in (change.earlier, change.later) if side]
    return {
        "row": "judgement",
        "change": change.kind,
        "area": _joined(side.area or side.area_as_printed for side in sides),
        "earlier": _grade(change.earlier),
        "later": _grade(change.later),
    }


def _grade(judgement: Judgement | None) -> str:
    return (judgement.grade_as_printed or judgement.grade or "") if judgement else ""


def _declared(change: DeclarationChange) -> Row:
    sides = [side for side in (change.earlier, change.later) if side]
    return {
        "row": "declared",
        "change": "" if change.difference is None else str(change.difference),
        "category": _joined(side.category for side in sides),
        "earlier": _stated(change.earlier),
        "later": _stated(change.later),
    }


def _stated(declaration: Declaration | None) -> str:
    if declaration is None:
        return ""
    return str(declaration.count) if declaration.count is not None else declaration.state


def history_rows(history: History) -> Iterator[Row]:
    """Yield one row for each document, judgement, remark and priority action with a later document.

    A priority action without later documents has one row as well.
    """
    named = {"authority": history.name or ""}
    for inspection in history.documents:
        day = day_of(inspection)
        yield {
            **named,
            "row": "document",
            "dfe": dfe_code(inspection) or "",
            "inspection": inspection.id,
            "date": str(day or ""),
            "framework": inspection.framework or "",
        }
    for dated in history.judgements:
        yield {
            **named,
            "row": "judgement",
            "inspection": dated.inspection,
            "date": str(dated.day or ""),
            "area": dated.judgement.area or dated.judgement.area_as_printed or "",
            "value": _grade(dated.judgement),
            "change": dated.change or "",
        }
    yield from ({**named, **row} for row in _action_rows(history))
    for remark in history.remarks:
        yield {**named, "row": "remark", "change": remark.code, "value": remark.message}


def _action_rows(history: History) -> Iterator[Row]:
    for action in history.priority_actions:
        row = {
            "row": "priority-action",
            "inspection": action.inspection,
            "date": str(action.day or ""),
            "value": full_text(action.finding),
            "finding": action.id,
        }
        if not action.later:
            yield row
        for later in action.later:
            yield row | {
                "change": later.mention,
                "later_inspection": later.inspection,
                "later_date": str(later.day),
                "later_finding": later.finding or "",
                "similarity": "" if later.similarity is None else str(later.similarity),
                "as_printed": later.as_printed or "",
            }


def csv_text(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    """Return rows as CSV with a heading; texts that a spreadsheet takes for formulas begin with ``'``."""
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _safe(name, value) for name, value in row.items()})
    return file.getvalue()


def _safe(column: str, value: str) -> str:
    # The difference of two numbers may be negative; it is a number and is left as it is.
    is_number = column == "change"
    return value if is_number else safe_text(value)

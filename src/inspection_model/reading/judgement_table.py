"""The table of judgements: one row an area, with its grade.

    table := { row }
    row   := words of the area, and of the grade beside, between, above or below them

The position of the words depends on the program that made the text, so it does not show which of them
belong together. The framework lists all forms of areas and of grades: the words of the areas are read
in order, and so are those of the grades, and the rows are the pairs. An area has one row: where its words
come again, they are the heading of the first section below the table.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Generic, NamedTuple, TypeVar

import msgspec

from inspection_model.frameworks.framework import Area, Framework, Grade
from inspection_model.frameworks.words import fold_heading
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import Excerpt, whole

__all__ = ["JudgementTable", "Row", "find_table", "is_grade_header", "may_begin_row", "row_at", "row_numbers"]

# The number of a row before the words of its area.
_ROW_NUMBER = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?\.? +(?=[A-Za-z])")

_T = TypeVar("_T", Area, Grade)


class Row(NamedTuple):
    """A row of the table.

    Attributes:
        area: The area.
        area_words: Its words as printed.
        grade: The grade.
        grade_words: Its words as printed.
    """

    area: Area
    area_words: Excerpt
    grade: Grade
    grade_words: Excerpt


class JudgementTable(NamedTuple):
    """A table of judgements.

    Attributes:
        rows: Its rows; empty if areas and grades do not pair.
        first: The index of the first line of its rows; a header is the line above it.
        end: The index after its last line.
    """

    rows: Sequence[Row]
    first: int
    end: int


class _Forms(Generic[_T]):
    """The printed forms of the areas, or of the grades, of a framework."""

    def __init__(self, owners: Iterable[_T]) -> None:
        self.owners: dict[str, _T] = {fold_heading(form): each for each in owners for form in each.printed}
        forms = [form.split() for form in self.owners]
        self.most_words = max(map(len, forms), default=0) + 1  # one may be a dash behind them
        self.beginnings = {" ".join(words[:end]) for words in forms for end in range(1, len(words) + 1)}
        # The first two words of a form are within this number of characters.
        self._longest_words = 2 * max((len(word) for words in forms for word in words[:2]), default=0) + 8
        self.endings = {" ".join(words[start:]) for words in forms for start in range(len(words))}

    def may_begin(self, text: str) -> bool:
        """Return whether a line may begin with the words of a form: a line of prose seldom does.

        A line with several cells may, whatever its first words are.
        """
        if "   " in text:
            return True
        number = _ROW_NUMBER.match(text)
        words = fold_heading(text[number.end() if number else 0 :][: self._longest_words]).split()
        return bool(words) and (words[0] in self.owners or " ".join(words[:2]) in self.beginnings)


class _Column(Generic[_T]):
    """The words of one column, read in order; a form may extend over several lines.

    Attributes:
        begun: The lines of the form that is not whole yet.
        found: What the whole forms belong to, with their lines.
    """

    def __init__(self, forms: _Forms[_T]) -> None:
        self._forms: _Forms[_T] = forms
        self._words = ""
        self.begun: list[Line] = []
        self.found: list[tuple[_T, Sequence[Line]]] = []

    def takes(self, line: Line) -> bool:
        """Take the words of a line, if they continue a form or begin the next one."""
        if line.text.endswith(":"):
            return False  # a heading: "Care leavers: good"
        words = fold_heading(line.text)
        longer = f"{self._words} {words}".lstrip()
        if longer in self._forms.beginnings:
            self._words = longer
            # Words of the other column may be between this line and the one before, as furniture may be.
            self.begun.append(msgspec.structs.replace(line, after_furniture=True))
            return True
        if words in self._forms.beginnings and self.closes():
            self._words = words
            self.begun = [line]
            return True
        return False

    def closes(self) -> bool:
        """End the form that was begun; return whether it is whole."""
        owner = self._forms.owners.get(self._words)
        if owner is not None:
            self.found.append((owner, self.begun))
            self._words, self.begun = "", []
        return not self._words


def find_table(lines: Sequence[Line], framework: Framework, *, first: int) -> JudgementTable | None:
    """Find the table of judgements of a report.

    Args:
        lines: The lines of the report.
        framework: Its framework.
        first: The first line that may be part of it.
    """
    areas, grades = _forms(framework)
    for index, line in enumerate(lines[first:], first):
        parts = _parts(line, grades)
        if any(not is_grade and fold_heading(part.text) in areas.beginnings for part, is_grade in parts):
            # The first words of the grade may be above those of the area.
            start = index - (index > first and _is_part_of_grade(lines[index - 1], grades))
            table = _table(lines, start, areas, grades)
            if table.end > start:
                return table
    return None


def _table(lines: Sequence[Line], first: int, areas: _Forms[Area], grades: _Forms[Grade]) -> JudgementTable:
    area_column, grade_column = _Column(areas), _Column(grades)
    end = first
    for line in lines[first:]:
        if not all(
            grade_column.takes(part) if is_grade else area_column.takes(part)
            for part, is_grade in _parts(line, grades)
        ):
            break
        end += 1
    is_whole = all([area_column.closes(), grade_column.closes()])  # both end their last form
    found_areas, found_grades = area_column.found, grade_column.found
    heading = _again(found_areas) if is_whole else _begun_below(area_column, grade_column)
    if heading is not None:
        is_whole = True
        end = next((index for index in range(first, end) if lines[index].end > heading), end)
        found_areas, found_grades = _above(found_areas, heading), _above(found_grades, heading)
    if not is_whole or len(found_areas) != len(found_grades):
        return JudgementTable((), first, end)
    pairs = zip(found_areas, found_grades, strict=True)
    rows = [Row(area, whole(words), grade, whole(cell)) for (area, words), (grade, cell) in pairs]
    return JudgementTable(rows, first, end)


def _is_part_of_grade(line: Line, grades: _Forms[Grade]) -> bool:
    words = fold_heading(line.text)
    return words in grades.beginnings and words not in grades.owners


def is_grade_header(words: Excerpt, framework: Framework) -> bool:
    """Return whether some words are the header of a table of judgements: two of its possible cells."""
    return words.folded in _headers(framework)


def may_begin_row(lines: Sequence[Line], framework: Framework) -> bool:
    """Return whether the first of some lines has words with which an area begins, beside a grade or not."""
    areas, grades = _forms(framework)
    if not lines or not areas.may_begin(lines[0].text):
        return False
    parts = _parts(lines[0], grades)
    return any(fold_heading(part.text) in areas.beginnings for part, is_grade in parts if not is_grade)


def row_numbers(lines: Iterable[Line]) -> list[tuple[int, int]]:
    """Return the spans of the numbers of rows: "2.1" before the words of an area."""
    cells = (cell for line in lines for cell in cells_of(line))
    matches = ((cell.start, _ROW_NUMBER.match(cell.text)) for cell in cells)
    return [(start, start + len(match.group().rstrip())) for start, match in matches if match is not None]


def row_at(lines: Sequence[Line], framework: Framework) -> tuple[Row, int] | None:
    """Return the row with which some lines begin, and how many lines it has, or ``None``."""
    table = _table(lines, 0, *_forms(framework))
    return (table.rows[0], table.end) if len(table.rows) == 1 else None


def _again(areas: Sequence[tuple[Area, Sequence[Line]]]) -> int | None:
    """Return where the words of an area begin that come a second time, or ``None``."""
    ids: set[str] = set()
    for area, lines in areas:
        if area.id in ids:
            return lines[0].start
        ids.add(area.id)
    return None


def _begun_below(areas: _Column[Area], grades: _Column[Grade]) -> int | None:
    """Return where the words of an area begin that are not whole, if they are apart from all rows.

    They are the first line of a heading; its other words are not those of a row.
    """
    if not areas.begun or grades.begun or areas.begun[0].breaks_before <= 1:
        return None
    start = areas.begun[0].start
    return start if all(lines[0].start < start for _, lines in grades.found) else None


def _above(found: Sequence[tuple[_T, Sequence[Line]]], offset: int) -> list[tuple[_T, Sequence[Line]]]:
    """Return the areas or the grades whose words begin above an offset of the source."""
    return [each for each in found if each[1][0].start < offset]


def _parts(line: Line, grades: _Forms[Grade]) -> list[tuple[Line, bool]]:
    """Split a line into the words of an area and those of a grade; the latter are marked.

    A grade may follow the words of its area without a gap. The number of a row is left out: "2.1".
    """
    parts: list[tuple[Line, bool]] = []
    for numbered in cells_of(line):
        number = _ROW_NUMBER.match(numbered.text)
        cell = numbered if number is None else part_of_line(numbered, number.end())
        words = fold_heading(cell.text)
        if words in grades.endings or words in grades.beginnings:
            parts.append((cell, True))
            continue
        starts = [at for at, sign in enumerate(cell.text) if sign == " "][-grades.most_words :]
        end = next((at for at in starts if fold_heading(cell.text[at + 1 :]) in grades.beginnings), None)
        if end is None:
            parts.append((cell, False))
        else:
            parts += [(part_of_line(cell, 0, end), False), (part_of_line(cell, end + 1), True)]
    return parts


@functools.lru_cache(maxsize=32)
def _headers(framework: Framework) -> frozenset[str]:
    return frozenset(map(" ".join, permutations(framework.grade_header, 2)))


@functools.lru_cache(maxsize=32)
def _forms(framework: Framework) -> tuple[_Forms[Area], _Forms[Grade]]:
    return _Forms(framework.areas), _Forms(framework.grades)

"""Signatories in a table: the inspectorates, and below each the person who signs for it.

table  := { header { line } }
header := the names of one inspectorate or more, alone on a line
column := inspectorate { line } name post { line }      the post may also be above the name
"""

from __future__ import annotations

from collections.abc import Sequence

from inspection_model.frameworks.words import fold_words
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder, Stated
from inspection_model.reading.grammar.inspectorates import inspectorates_in
from inspection_model.reading.grammar.names import is_post
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.cells import add_to_columns, cells_of
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import whole

__all__ = ["read_signature_table"]


def read_signature_table(builder: InspectionBuilder, lines: Sequence[Line]) -> bool:
    """Take the signatories, if they are in a table.

    Args:
        builder: The facts so far.
        lines: The lines below the sign-off.

    Returns:
        Whether they are.
    """
    headers = [(index, cells) for index, line in enumerate(lines) if (cells := _header(builder, line))]
    if not headers or headers[0][0] > 0:
        return False
    ends = (*(index for index, _ in headers[1:]), len(lines))
    for (index, cells), end in zip(headers, ends, strict=True):
        for column in _columns(cells, lines[index + 1 : end]):
            _add(builder, column)
    return True


def _header(builder: InspectionBuilder, line: Line) -> list[Line]:
    """Return a cell for each inspectorate if a line has nothing else."""
    if not builder.framework.joint_inspectorates:
        return []
    folded = fold_words(line.text)
    named = inspectorates_in(builder.framework, folded)
    rest, position = "", 0
    for _, start, end in named:
        rest += folded[position:start]
        position = end
    if not named or (rest + folded[position:]).strip():
        return []
    return [part_of_line(line, start, end) for _, start, end in named]


def _columns(header: Sequence[Line], lines: Sequence[Line]) -> list[list[Line]]:
    """Return the cells of each column: those of a full line in order, others by their place."""
    columns = [[cell] for cell in header]
    for line in lines:
        add_to_columns(columns, cells_of(line), [column[-1].indent for column in columns])
    return columns


def _add(builder: InspectionBuilder, column: Sequence[Line]) -> None:
    """Add the person of a column, if it has the name of one."""
    kinds = [PersonLine(cell.text) for cell in column]
    below = range(1, len(column))
    named = next((index for index in below if kinds[index].is_person), None)
    if named is None:  # not printed like a name
        named = next((index for index in below if not is_post(kinds[index].text)), None)
    if named is None:
        return
    first = next((index for index in range(1, named) if is_post(kinds[index].text)), named)
    stated: dict[str, Stated] = {"name": whole([column[named]]), "organisation": whole(column[:first])}
    if post := column[named + 1 :] or column[first:named]:
        stated["post"] = whole(post)
    builder.add("/publication/signatories", Person, stated)

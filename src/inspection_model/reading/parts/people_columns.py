"""People who are printed side by side: their names on one line, their posts below in the same columns.

people := name { gap name } { line }
line   := post { gap post } | the post of all of them, and what follows it
gap    := a tab, or two spaces or more
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from inspection_model.reading.grammar.names import is_plural_post, opens_post
from inspection_model.reading.grammar.person_lines import PersonLine
from inspection_model.reading.layout.cells import add_to_columns
from inspection_model.reading.layout.lines import Line, part_of_line

__all__ = ["one_below_the_other"]

# Names are closer together than the cells of a letterhead; a tab separates them, too.
_CELL = re.compile(r"[^ \t]+(?: [^ \t]+)*")
_MOST_COLUMNS = 6


def one_below_the_other(lines: Sequence[Line], known: Container[str]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines of people, those of people side by side one person after the other.

    Args:
        lines: The lines of the block.
        known: The names of people who are named elsewhere.

    Yields:
        Each line, and whether it names a person who is printed beside the previous one.
    """
    index = 0
    while index < len(lines):
        names = _names(lines, index, known)
        joints = [cell for cell in _cells(lines[index]) if PersonLine(cell.text).is_and] if names else []
        if not names:
            yield lines[index], False
            index += 1
            continue
        columns = [[name] for name in names]
        shared: list[Line] = []
        index += 1
        while index < len(lines) and not _names(lines, index, known):
            cells = _cells(lines[index])
            if len(cells) == 1 and (shared or is_plural_post(cells[0].text)):
                shared += cells
            else:
                add_to_columns(columns, cells, [name.indent for name in names])
            index += 1
        for number, (first, *others) in enumerate(columns):
            yield from ((line, False) for line in joints[max(0, number - 1) : number])
            yield first, number > 0
            yield from ((line, False) for line in others)
        yield from ((line, False) for line in shared)


def _cells(line: Line) -> list[Line]:
    return [part_of_line(line, *match.span()) for match in _CELL.finditer(line.text)]


def _names(lines: Sequence[Line], index: int, known: Container[str]) -> list[Line]:
    """Return the cells of a line if each names a person, otherwise nothing.

    Words in the columns of a letterhead may look like names, so something else has to show it: their
    posts, or that the people are known, or that nothing else is printed.
    """
    text = lines[index].text
    if "  " not in text and "\t" not in text:
        return []
    cells = [cell for cell in _cells(lines[index]) if not PersonLine(cell.text).is_and]
    people = [PersonLine(cell.text) for cell in cells]
    if not 1 < len(cells) <= _MOST_COLUMNS or not all(
        person.is_person or person.name_end >= 0 for person in people
    ):
        return []
    below = [PersonLine(cell.text) for cell in _cells(lines[index + 1])] if index + 1 < len(lines) else []
    is_shown = (
        all(person.name_end >= 0 for person in people)
        or all(person.text in known for person in people)
        or (len(below) == 1 and is_plural_post(below[0].text))
        or (len(below) > 1 and all(cell.begins_post or opens_post(cell.text) for cell in below))
        or len(lines) == 1
    )
    return cells if is_shown else []

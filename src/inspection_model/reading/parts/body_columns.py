"""The bodies of a partnership, in columns: one column a body.

    column  := kind name ( person web address { line of a postal address } | last )
    name    := line { line }
    person  := name of a person [ "," post ] { line of the post }
    last    := name of a person "," post

Where a column has neither, only the first line is taken, as the name of the body. The other lines of such
a column are unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from inspection_model.frameworks.words import fold_heading
from inspection_model.model.partnership import Body
from inspection_model.reading.builder import InspectionBuilder, Stated
from inspection_model.reading.grammar.names import is_bare_name, is_post
from inspection_model.reading.layout.cells import add_to_columns, cells_of
from inspection_model.reading.layout.lines import Line, part_of_line
from inspection_model.reading.layout.sentences import whole
from inspection_model.reading.passages import BOILERPLATE, UNREAD

__all__ = ["read_bodies"]


def read_bodies(builder: InspectionBuilder, lines: Sequence[Line]) -> None:
    """Take the bodies of the partnership that the title names, from the left to the right."""
    kinds = {words: body.id for body in builder.framework.bodies for words in body.folded}
    heads: Sequence[Line] = ()
    columns: list[list[Line]] = []
    for line in lines:
        cells = _cells(line, len(heads))
        # Below the heads, such a line ends the name of a body: "Sampleshire" / "Integrated Care Board".
        if not heads and all(fold_heading(cell.text) in kinds for cell in cells):
            heads, columns = cells, [[] for _ in cells]
        elif heads:
            add_to_columns(columns, cells, [head.indent for head in heads])
        else:
            builder.claim(whole(cells), UNREAD)
    for head, column in zip(heads, columns, strict=True):
        builder.claim(whole([head]), BOILERPLATE)
        if column and builder.get("/partnership/name") is not None:
            _add(builder, kinds[fold_heading(head.text)], column)
        else:
            builder.claim(whole(column), UNREAD)


def _cells(line: Line, count: int) -> Sequence[Line]:
    """Return the cells of a line; two people on it are two cells, even if the gap between them is lost."""
    cells = cells_of(line)
    if len(cells) != 1 or count < 2:
        return cells
    words = line.text.rpartition(",")[0].rsplit(" ", 2)
    if len(words) == 3 and "," in words[0] and words[0][-1] != "," and is_bare_name(" ".join(words[1:])):
        cut = len(words[0]) + 1
        return [part_of_line(line, 0, cut - 1), part_of_line(line, cut, len(line.text))]
    return cells


def _add(builder: InspectionBuilder, kind: str, column: Sequence[Line]) -> None:
    above = list(takewhile(lambda line: not _is_web_address(line.text), column))
    start = next((i for i, line in enumerate(above) if i and is_bare_name(_before_comma(line))), 0)
    is_last = start == len(column) - 1 and is_post(column[-1].text.partition(",")[2])
    if not start or (len(above) == len(column) and not is_last):
        builder.claim(whole(column[1:]), UNREAD)
        builder.add("/partnership/bodies", Body, {"name": whole(column[:1])}, kind=kind)
        return
    person = whole(above[start:])
    end = len(_before_comma(above[start]))
    post = person[end:].trimmed()
    post = post[1:] if post.words.startswith(",") else post
    stated: dict[str, Stated] = {"name": whole(above[:start]), "person": person[:end]}
    if post.words.strip():
        stated["post"] = post
    builder.add("/partnership/bodies", Body, stated, kind=kind)


def _is_web_address(text: str) -> bool:
    """Return whether a line is one word with a full stop inside."""
    return " " not in text and "." in text.strip(".")


def _before_comma(line: Line) -> str:
    return line.text.partition(",")[0].rstrip()

"""A record as Markdown, for a page or a pull request; it reads well as plain text, too.

What comes from the record can be nothing but text: no heading, list, table, emphasis, link or HTML,
in CommonMark and in GitHub's dialect. The file holds no link at all, because it is read in places
that we do not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from inspection_model.frameworks.framework import Framework
from inspection_model.model.characters import show_invisible
from inspection_model.model.inspection import Inspection
from inspection_model.rendering.labels import written_day
from inspection_model.rendering.outline import outline
from inspection_model.rendering.report import (
    Card,
    Days,
    Detail,
    Details,
    Item,
    Items,
    Link,
    Note,
    ReportBlock,
    ReportSection,
    Value,
)

__all__ = ["render_markdown"]

# Ends a line inside a paragraph.
_BREAK = "\\\n"


def render_markdown(inspection: Inspection, *, framework: Framework | None = None) -> str:
    """Render a record as a readable report in Markdown.

    Args:
        inspection: The record.
        framework: Its framework, when it is none of the package's.

    Returns:
        The report, with a final newline. Each finding is one item of a list.
    """
    report = outline(inspection, framework)
    blocks = [f"# {_escape(report.title)}"]
    if report.kind:
        blocks.append(_escape(report.kind))
    for section in report.sections:
        blocks += _block(section, 2)
    return "\n\n".join(blocks) + "\n"


def _block(block: ReportBlock, level: int) -> Iterator[str]:
    """Write a block as one or more blocks of Markdown; headings have the level."""
    match block:
        case ReportSection():
            yield f"{'#' * level} {_escape(block.title)}"
            for inner in block.blocks:
                yield from _block(inner, level + 1)
        case Details():
            yield _BREAK.join(map(_detail, block.details))
        case Items():
            yield "\n".join(map(_item, block.items))
        case Card():
            lines = [f"**{_escape(block.name)}**", *map(_escape, block.lines), *map(_detail, block.details)]
            yield _BREAK.join(lines)
        case Note():
            yield _escape(block.text)
        case _:
            assert_never(block)


def _item(item: Item) -> str:
    label = _strong(f"{item.number}." if item.number else item.label and f"{item.label}:")
    lines = [f"{label}{_escape(item.text)}", *map(_detail, item.details)]
    parts = (f"\n  - {_escape(part)}" for part in item.parts)
    return f"- {f'{_BREAK}  '.join(lines)}{''.join(parts)}"


def _detail(detail: Detail) -> str:
    return f"{_strong(f'{detail.label}:')}{'; '.join(map(_value, detail.values))}"


def _strong(text: str | None) -> str:
    return f"**{_escape(text)}** " if text else ""


def _value(value: Value) -> str:
    match value:
        case str():
            return _escape(value)
        case Days():
            return " to ".join(dict.fromkeys(map(written_day, (value.start, value.end))))
        case Link():
            return _escape(value.text)
        case _:
            assert_never(value)


# What is escaped: everything that opens or closes something in CommonMark or in GitHub's dialect.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>~|#$@]"  # wherever it stands
    r"|&(?=[#A-Za-z])"  # an entity
    r"|:(?=//)|/(?=/)"  # an address with a scheme, or relative to one
    r"|(?<!\d)\.(?=\w)|\.(?=[^\W\d])"  # a host: a dot before a letter; "1.5" is left alone
    r"|^[+=-]"  # a list, or the line below a heading
)
# A number with a full stop or a bracket at the start opens a list.
_NUMBERED = re.compile(r"^([0-9]+)([.)])")


def _escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", show_invisible(text)))

"""Rendering an inspection as Markdown that is also readable as plain text.

Texts of the inspection are escaped, so that they cannot become a heading, list, table, emphasis, link or
HTML in CommonMark or GitHub Flavored Markdown. The output contains no links, because the place where it is
shown, and how it treats links, is not known. An escape does not keep GitHub from linking a mail address, a
mention ("@name") or the number of an issue ("#12"): it looks for them in the finished page. They are
written as code, which is shown literally and never linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from inspection_model.frameworks.framework import Framework
from inspection_model.model.characters import show_invisible
from inspection_model.model.inspection import Inspection
from inspection_model.rendering.labels import written_days
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
    Printed,
    Report,
    ReportBlock,
    ReportSection,
    Table,
    Value,
)

__all__ = ["markdown_page", "render_markdown"]

# A hard line break within a paragraph.
_BREAK = "\\\n"


def render_markdown(inspection: Inspection, *, framework: Framework | None = None) -> str:
    """Render an inspection as a report in Markdown.

    Args:
        inspection: The inspection.
        framework: The framework of the inspection; needed only if it is not a shipped one.

    Returns:
        The report, with a final newline. Each finding is one list item.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    return markdown_page(outline(inspection, framework, function="render_markdown"))


def markdown_page(report: Report) -> str:
    """Return a report in Markdown, with a final newline."""
    blocks = [f"# {_escape(report.title)}"]
    if report.kind:
        blocks.append(_escape(report.kind))
    for section in report.sections:
        blocks += _block(section, 2)
    return "\n\n".join(blocks) + "\n"


def _block(block: ReportBlock, level: int) -> Iterator[str]:
    """Yield the Markdown blocks of a block; its headings have the given level."""
    match block:
        case ReportSection():
            yield f"{'#' * level} {_escape(block.title)}"
            for inner in block.blocks:
                yield from _block(inner, level + 1)
        case Details():
            yield _BREAK.join(map(_detail, block.details))
        case Table():
            rule = " | ".join("---" for _ in block.headings)
            heading, *rows = (_row(row) for row in (block.headings, *block.rows))
            yield "\n".join([heading, f"| {rule} |", *rows])
        case Items():
            yield "\n".join(map(_item, block.items))
        case Card():
            lines = [f"**{_escape(block.name)}**", *map(_escape, block.lines), *map(_detail, block.details)]
            yield _BREAK.join(lines)
        case Note():
            yield _escape(block.text)
        case _:
            assert_never(block)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escape, cells))} |"


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
            return written_days(value.start, value.end)
        case Link() | Printed():
            return _escape(value.text)
        case _:
            assert_never(value)


# The characters of mail addresses and of what GitHub links, and what makes a run of them such a thing.
_RUN = r"[\w.+@#-]"
_LINKED = r"(?:@[.+-]*\w|#[0-9]|[Gg][Hh]-[0-9])"
# Everything that is markup in CommonMark or GitHub Flavored Markdown is escaped.
_SPECIAL = re.compile(
    rf"(?<!{_RUN})(?={_RUN}*{_LINKED})(?P<code>{_RUN}*\w)"  # a whole run without its final punctuation
    r"|[\\`*_\[\]<>~|#$@]"  # anywhere
    r"|&(?=[#A-Za-z])"  # an entity reference
    r"|:(?=//)|/(?=/)"  # a URL, with or without its scheme
    r"|(?<!\d)\.(?=\w)|\.(?=[^\W\d])"  # a host name: a dot before a letter; "1.5" is not escaped
    r"|(?<=www)\."  # a host name of any characters
    r"|^[+=-]"  # a list item, or the underline of a heading
)
# A number followed by a full stop or a bracket at the start of a line opens an ordered list.
_NUMBERED = re.compile(r"^([0-9]+)([.)])")


def _escape(text: str) -> str:
    """Escape a text, so that Markdown shows it literally."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(_literal, show_invisible(text)))


def _literal(match: re.Match[str]) -> str:
    return f"`{match['code']}`" if match["code"] else f"\\{match.group()}"

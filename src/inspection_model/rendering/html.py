"""Rendering an inspection as a complete, accessible HTML page without scripts or external resources.

All text of the inspection passes through `_escape()`. As a second line of defence, a content security
policy forbids scripts and all styles except the style sheet of the page.
"""

from __future__ import annotations

import base64
import datetime
import functools
import hashlib
import html
from collections.abc import Iterable, Iterator
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
    Report,
    ReportBlock,
    ReportSection,
    Table,
    Value,
)

__all__ = ["html_page", "render_html"]


def render_html(inspection: Inspection, *, framework: Framework | None = None) -> str:
    """Render an inspection as an HTML page.

    Args:
        inspection: The inspection.
        framework: The framework of the inspection; needed only if it is not a shipped one.

    Returns:
        The complete page, from its doctype to a final newline. Each finding has an anchor made of its
        category and its number within the category, such as ``#priority-action-2``.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    return html_page(outline(inspection, framework, function="render_html"))


def html_page(report: Report) -> str:
    """Return the page of a report, from its doctype to a final newline."""
    return "\n".join((*_head(report), *_body(report), ""))


def _escape(text: str) -> str:
    """Escape a text for HTML content and quoted attributes, and make invisible characters visible."""
    return html.escape(show_invisible(text))


@functools.cache
def _style() -> tuple[str, str]:
    """Return the style sheet and its hash source for the content security policy."""
    from importlib.resources import files

    css = files("inspection_model.rendering").joinpath("page.css").read_text(encoding="utf-8")
    digest = hashlib.sha256(css.encode()).digest()
    return css, f"sha256-{base64.b64encode(digest).decode()}"


def _head(report: Report) -> Iterator[str]:
    css, css_hash = _style()
    title = " – ".join(filter(None, (report.title, report.kind)))
    yield "<!doctype html>"
    yield '<html lang="en-GB">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    policy = f"default-src 'none'; style-src '{css_hash}'; base-uri 'none'; form-action 'none'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_escape(title)}</title>"
    yield f"<style>{css}</style>"
    yield "</head>"


def _body(report: Report) -> Iterator[str]:
    yield "<body>"
    yield "<header>"
    yield f"<h1>{_escape(report.title)}</h1>"
    if report.kind:
        yield f"<p>{_escape(report.kind)}</p>"
    yield "</header>"
    yield "<main>"
    for section in report.sections:
        yield from _block(section, 2)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _block(block: ReportBlock, level: int) -> Iterator[str]:
    """Yield the lines of a block; its headings have the given level."""
    match block:
        case ReportSection():
            yield from _section(block, level)
        case Details():
            yield from _details(block.details)
        case Table():
            yield "<table>"
            headings = "".join(f'<th scope="col">{_escape(heading)}</th>' for heading in block.headings)
            yield f"<thead><tr>{headings}</tr></thead>"
            yield "<tbody>"
            for row in block.rows:
                yield f"<tr>{''.join(f'<td>{_escape(cell)}</td>' for cell in row)}</tr>"
            yield "</tbody>"
            yield "</table>"
        case Items():
            tag = "ul" if block.items[0].number is None else "ol"
            yield f"<{tag}>"
            for item in block.items:
                yield from _item(item)
            yield f"</{tag}>"
        case Card():
            yield "<address>"
            lines = (f"<strong>{_escape(block.name)}</strong>", *map(_escape, block.lines))
            yield f"<p>{'<br>'.join(lines)}</p>"
            yield from _details(block.details)
            yield "</address>"
        case Note():
            yield f"<p>{_escape(block.text)}</p>"
        case _:
            assert_never(block)


def _section(section: ReportSection, level: int) -> Iterator[str]:
    # Only named sections become landmarks. Dozens of sections of findings would hide the other landmarks.
    name = _escape(section.name) if section.name else None
    yield f'<section aria-labelledby="{name}">' if name else "<section>"
    marked = f' id="{name}"' if name else ""
    yield f"<h{level}{marked}>{_escape(section.title)}</h{level}>"
    for block in section.blocks:
        yield from _block(block, level + 1)
    yield "</section>"


def _details(details: Iterable[Detail]) -> Iterator[str]:
    rows = [
        f"<dt>{_escape(detail.label)}</dt>{''.join(f'<dd>{_value(value)}</dd>' for value in detail.values)}"
        for detail in details
    ]
    if rows:
        yield "<dl>"
        yield from rows
        yield "</dl>"


def _item(item: Item) -> Iterator[str]:
    anchor = f' id="{_escape(item.anchor)}"' if item.anchor else ""
    value = f' value="{item.number}"' if item.number else ""
    label = f"<strong>{_escape(item.label)}:</strong> " if item.label else ""
    yield f"<li{anchor}{value}><p>{label}{_escape(item.text)}</p>"
    if item.parts:
        yield f"<ul>{''.join(f'<li>{_escape(part)}</li>' for part in item.parts)}</ul>"
    yield from _details(item.details)
    yield "</li>"


def _day(day: datetime.date) -> str:
    return f'<time datetime="{day.isoformat()}">{written_day(day)}</time>'


def _value(value: Value) -> str:
    match value:
        case str():
            return _escape(value)
        case Days():
            return " to ".join(dict.fromkeys(map(_day, (value.start, value.end))))
        case Link():
            return f'<a href="{_escape(value.address)}">{_escape(value.text)}</a>'
        case _:
            assert_never(value)

"""Pages of each kind, by name: those of inspections, those of readings, and those that are hard to show."""

from __future__ import annotations

import functools
from pathlib import Path

from rendering_records import FULL, as_text, corpus, filled, hostile_fillings

from inspection_model.model import Finding, Inspection, Reading
from inspection_model.reading import read_letter
from inspection_model.rendering import render_html
from inspection_model.vocabulary import Category

_TESTS = Path(__file__).parents[1]
_DOCUMENTS = {
    "letter of a focused visit": _TESTS.parent / "examples" / "wenmouth-2023-03-28.txt",
    "letter of 2009": _TESTS.parent / "examples" / "thornbeck-2009-11-19.txt",
    "report with four grades": _TESTS / "reading" / "reports" / "marrowby-2024.txt",
    "report with an outcome": _TESTS / "reading" / "reports" / "wenmouth-2024.txt",
}
KINDS = (*_DOCUMENTS, *(f"proof of a {name}" for name in _DOCUMENTS))
HARD = ("every fact", "no fact", "a thousand findings", "hostile facts", "hostile source", "no known kind")
WITH_PRIORITY_ACTIONS = tuple(name for name in KINDS if "four grades" not in name)


@functools.cache
def reading_of(name: str) -> Reading:
    """Return the reading of an invented document. Its pages end with form feeds, as those of a PDF do."""
    text = _DOCUMENTS[name].read_text(encoding="utf-8")
    return read_letter(text.replace("\n\n\n\n", "\n\n\f\n"))


@functools.cache
def page(name: str) -> str:
    """Return a page by its name."""
    if name in _DOCUMENTS:
        return render_html(reading_of(name).inspection)
    if name in KINDS:
        return render_html(reading_of(name.removeprefix("proof of a ")), file_name="a very long name " * 5)
    if name == "hostile source":
        return render_html(read_letter("\r\n".join(corpus())), file_name="<script>alert(1)</script>")
    return render_html(_record(name))


def _record(name: str) -> Inspection:
    """Return a record that is hard to show, by its name."""
    if name == "every fact":
        return FULL
    if name == "hostile facts":
        return filled([as_text(text) for text in next(hostile_fillings(1))])
    if name == "a thousand findings":
        categories = [*Category] * 200
        return Inspection(
            framework="ofsted-focused-visit",
            findings=[
                Finding(
                    category=category, text=f"Team {index} writes plainly.", heading=f"Part {index // 50}"
                )
                for index, category in enumerate(categories[:1000])
            ],
        )
    if name == "no known kind":
        return Inspection(framework="tidewatch-survey", judgements=FULL.judgements)
    return Inspection()

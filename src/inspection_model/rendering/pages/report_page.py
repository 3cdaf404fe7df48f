"""The page of a report that is not about one inspection, such as a comparison or a history."""

from __future__ import annotations

from inspection_model.rendering.labels import labels
from inspection_model.rendering.pages.templating import fill
from inspection_model.rendering.report import Report

__all__ = ["report_page"]


def report_page(report: Report) -> str:
    """Return the page of a report."""
    title = " – ".join(filter(None, (report.title, report.kind)))
    return fill(
        "report.html",
        report=report,
        title=title,
        sections=report.sections,
        labels=labels(),
    )

"""Rendering an inspection as a complete, accessible HTML page without scripts or external resources."""

from __future__ import annotations

from inspection_model.frameworks.arguments import framework_of
from inspection_model.frameworks.framework import Framework
from inspection_model.model.arguments import check_inspection
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.rendering.report import Report

__all__ = ["html_page", "render_html"]


def render_html(
    inspection: Inspection | Reading,
    *,
    framework: Framework | None = None,
    file_name: str | None = None,
) -> str:
    """Render an inspection as an HTML page.

    The page begins with the judgements and the numbers of findings, and with what is most serious: the
    areas for priority action, then those for improvement. The words of the document are set in a typeface
    with serifs, other words in one without.

    For a reading, the page also has the source text, marked by role. Each finding links to its passage in
    it, with the number of the page, and each remark is shown at the fact that it concerns.

    Args:
        inspection: The inspection, or a reading of one.
        framework: The framework of the inspection; needed only if it is not a shipped one.
        file_name: The name of the file that was read, which the page then names.

    Returns:
        The complete page, from its doctype to a final newline. Each finding has an anchor made of its
        category and its number within the category, such as ``#priority-action-2``.

    Raises:
        InvalidTypeError: If an argument has the wrong type.
    """
    from inspection_model.rendering.pages.inspection_page import inspection_page  # it loads Jinja2

    reading = inspection if isinstance(inspection, Reading) else None
    record = inspection.inspection if isinstance(inspection, Reading) else inspection
    check_inspection(record, where="render_html(inspection)")
    known = framework_of(record.framework, framework, where="render_html(framework)")
    return inspection_page(record, known, reading=reading, file_name=file_name)


def html_page(report: Report) -> str:
    """Return the page of a report, from its doctype to a final newline."""
    from inspection_model.rendering.pages.report_page import report_page  # it loads Jinja2

    return report_page(report)

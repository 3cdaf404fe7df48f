"""The view of a record in a notebook."""

from __future__ import annotations

from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.rendering.html import render_html

__all__ = ["notebook_view"]

_CHARSET = '<meta charset="utf-8">'


def notebook_view(record: Inspection | Reading) -> str:
    """Return the page of a record in a frame.

    The frame keeps the style of the page and that of the notebook apart, and no script runs in it.
    """
    from inspection_model.rendering.pages.templating import fill  # it loads Jinja2

    # Without a base, a browser takes the links within the page for links to the notebook.
    page = render_html(record).replace(_CHARSET, f'{_CHARSET}\n<base href="about:srcdoc">', 1)
    return fill("notebook.html", page=page)

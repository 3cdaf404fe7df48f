"""Rendering inspections as plain-text letters and reports, Markdown and HTML."""

from inspection_model.rendering.html import render_html
from inspection_model.rendering.markdown import render_markdown
from inspection_model.rendering.text import render_text

__all__ = ["render_html", "render_markdown", "render_text"]

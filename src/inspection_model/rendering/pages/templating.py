"""Filling the templates of pages.

Every value that a template prints is escaped, unless a template made it. As a second line of defence, a
content security policy forbids scripts and all styles except the style sheet of the page.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from inspection_model.model.characters import show_invisible
from inspection_model.rendering.labels import written_day

__all__ = ["fill", "visible"]

# The characters that an HTML document may not contain: controls, surrogates and non-characters.
_NOT_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


def visible(text: str) -> str:
    """Return a text with the code points of characters that are invisible or not allowed in HTML."""
    return _NOT_HTML.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", show_invisible(text))


def fill(template: str, **values: object) -> str:
    """Return a template, such as ``inspection.html``, filled with values."""
    css, css_hash = _style()
    return f"{_environment().get_template(template).render(css=css, css_hash=css_hash, **values)}\n"


def _read(name: str) -> str:
    return files("inspection_model.rendering.pages").joinpath("templates", name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        finalize=_finalize,
        loader=FunctionLoader(_read),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,  # a misspelt name is an error
    )
    environment.filters["kind"] = lambda value: type(value).__name__
    environment.filters["day"] = written_day
    return environment


def _finalize(value: Any) -> Any:
    """Make the characters of a value visible; the markup of a template is left as it is."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@functools.cache
def _style() -> tuple[Markup, str]:
    """Return the style sheet and its hash source for the content security policy."""
    css = _read("design.css")
    digest = hashlib.sha256(css.encode()).digest()
    return Markup(css), f"sha256-{base64.b64encode(digest).decode()}"  # noqa: S704  # our own file

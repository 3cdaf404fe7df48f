"""Filling the templates of pages.

Every value that a template prints is escaped, unless a template made it. As a second line of defence, a
content security policy forbids all styles except the style sheet of the page, and all scripts except that
of a page of a site that has one.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib.resources import files

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
# Characters that are shown. Almost every page has no others, and testing for these takes a tenth of the time
# of searching for those that are not shown.
_SHOWN = re.compile("[\t\n\r -~\xa0-\xac\xae-\u034e\u2010-\u2027\u2030-\u205f\u2070-\u2fff\ue000-\uf8ff]*")


def visible(text: str) -> str:
    """Return a text with the code points of characters that are invisible or not allowed in HTML."""
    if _SHOWN.fullmatch(text):
        return text
    return _NOT_HTML.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", show_invisible(text))


def fill(template: str, *, script: str | None = None, **values: object) -> str:
    """Return a template, such as ``inspection.html``, filled with values.

    Args:
        template: The name of the template.
        script: The name of the script that the page contains, if it has one.
        values: The values.
    """
    page = _environment().get_template(template)
    scripts = [_asset(f"site/{script}")] if script else []
    # The templates have no such characters, so that all are of the values.
    return visible(f"{page.render(style=_asset('design.css'), scripts=scripts, **values)}\n")


def _read(name: str) -> str:
    return files("inspection_model.rendering.pages").joinpath("templates", name).read_text(encoding="utf-8")


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True,
        loader=FunctionLoader(_read),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,  # a misspelt name is an error
    )
    environment.filters["kind"] = lambda value: type(value).__name__
    environment.filters["day"] = written_day
    return environment


@functools.cache
def _asset(name: str) -> tuple[Markup, str]:
    """Return a style sheet or a script, and its hash source for the content security policy."""
    text = _read(name)
    digest = hashlib.sha256(text.encode()).digest()
    return Markup(text), f"sha256-{base64.b64encode(digest).decode()}"  # noqa: S704  # our own file

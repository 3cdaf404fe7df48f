"""What reaches a terminal: text, and nothing that moves the cursor or hides something."""

from __future__ import annotations

import re
import sys

import click
from rich.console import Console

from inspection_model.model.characters import INVISIBLE, show_invisible

__all__ = ["console", "json_for_terminal", "say", "visible"]

# Controls but line feed and tab, and lone surrogates, which stand for undecodable bytes of a file
# name. A terminal would obey the first and cannot show the second.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSAFE = re.compile(f"{_CONTROL.pattern}|{INVISIBLE.pattern}")


def visible(text: str) -> str:
    """Write every character that is not plainly visible by its code point, such as ``⟨U+001B⟩``."""
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", show_invisible(text))


def json_for_terminal(document: str) -> str:
    """Write the same characters as JSON escapes: the document stays the same document."""
    return _UNSAFE.sub(lambda found: _escapes(found.group()), document)


def _escapes(character: str) -> str:
    # JSON escapes are UTF-16, so that a character beyond U+FFFF has two.
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def say(message: str) -> None:
    """Write a message to standard error."""
    click.echo(visible(message), file=sys.stderr)


def console(*, stderr: bool = False) -> Console:
    """Give a console that takes no text for markup, emoji names or something to colour."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)

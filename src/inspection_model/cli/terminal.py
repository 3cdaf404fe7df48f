"""Safe output to a terminal: control and invisible characters are escaped."""

from __future__ import annotations

import re
import sys

import click
from rich.console import Console

from inspection_model.model.characters import INVISIBLE, show_invisible

__all__ = ["console", "counted", "json_for_terminal", "on_one_line", "to_stderr", "visible"]

# Control characters except line feed and tab, which a terminal would execute, and lone surrogates, which
# represent undecodable bytes of a file name and cannot be printed.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSAFE = re.compile(f"{_CONTROL.pattern}|{INVISIBLE.pattern}")


def visible(text: str) -> str:
    """Replace control and invisible characters by their code points, such as ``⟨U+001B⟩``."""
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", show_invisible(text))


def on_one_line(name: str) -> str:
    """Return the name of a file as one line: a line feed in it would end a line of the output."""
    return name.replace("\n", "⟨U+000A⟩").replace("\t", "⟨U+0009⟩")


def json_for_terminal(document: str) -> str:
    """Replace control and invisible characters by JSON escapes, which keeps the document's value."""
    return _UNSAFE.sub(lambda found: _escapes(found.group()), document)


def _escapes(character: str) -> str:
    # JSON escapes are UTF-16 code units: a character above U+FFFF takes two.
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 remark", "0 remarks"."""
    return f"{count} {noun}{'s' if count != 1 else ''}"


def to_stderr(message: str) -> None:
    """Print a message to standard error."""
    click.echo(visible(message), file=sys.stderr)


def console(*, stderr: bool = False) -> Console:
    """Return a console with markup, emoji and highlighting disabled."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)

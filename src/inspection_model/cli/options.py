"""The options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from inspection_model.cli.outputs import FORMATS, output_path
from inspection_model.regular_file import MAX_BYTES

__all__ = ["FORMAT", "FRAMEWORK", "INPUT", "OUTPUT", "limits"]

Command = TypeVar("Command", bound=Callable[..., int])

INPUT = click.Path(allow_dash=True)
"""The type of an argument that names an input: shells complete it with the names of files."""

FORMAT = click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    help="The output format; by default that of the output file's suffix.",
)
OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    callback=output_path,
    help="Write to this file, completely or not at all; or to this existing folder, one file per document.",
)
FRAMEWORK = click.option(
    "--framework",
    "custom",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="TOML",
    help="A custom framework, in addition to the shipped ones; may be repeated.",
)

_LIMIT = click.FloatRange(min=0, min_open=True)
_LIMITS = (
    click.option(
        "--max-seconds",
        type=_LIMIT,
        default=60,
        show_default=True,
        metavar="SECONDS",
        help="How long reading one file may take; inf for no limit.",
    ),
    click.option(
        "--max-memory",
        type=_LIMIT,
        default=1000,
        show_default=True,
        metavar="MB",
        help="How much memory reading one file may take; inf for no limit.",
    ),
    click.option(
        "--max-bytes",
        type=_LIMIT,
        default=MAX_BYTES,
        show_default=True,
        metavar="BYTES",
        help="The size of the largest file that is read; inf for no limit.",
    ),
)


def limits(command: Command) -> Command:
    """Add the options that limit what reading one file may take."""
    for option in reversed(_LIMITS):
        command = option(command)
    return command

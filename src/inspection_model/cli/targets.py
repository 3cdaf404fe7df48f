"""The files that a command is about to write, checked before anything is read."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from inspection_model.cli.arguments import Argument
from inspection_model.cli.failure import Failure
from inspection_model.cli.terminal import on_one_line

__all__ = ["check_targets", "target_in"]

_File: TypeAlias = tuple[int, int]

# In bytes, on nearly every file system.
_LONGEST_NAME = 255


def target_in(folder: Path, inside: str, suffix: str) -> Path:
    """Return the file in a folder that gets the output for an input.

    A name that is too long with the suffix is cut, and its end is replaced by a part of its SHA-256.

    Args:
        folder: The folder.
        inside: The path of the input's output in it; see `Argument.inside`.
        suffix: The suffix of the format.
    """
    target = folder / f"{inside}{suffix}"
    stem = target.name.removesuffix(suffix)
    if len(os.fsencode(target.name)) <= _LONGEST_NAME:
        return target
    end = f"-{hashlib.sha256(os.fsencode(stem)).hexdigest()[:8]}{suffix}"
    while len(os.fsencode(f"{stem}{end}")) > _LONGEST_NAME:
        stem = stem[:-1]
    return target.with_name(f"{stem}{end}")


def check_targets(
    output: Path | None,
    arguments: Sequence[str | Argument],
    suffix: str,
    *,
    others: Sequence[str | Path] = (),
) -> None:
    """Check that an output overwrites no input, and that two inputs are not written to one file.

    Args:
        output: A file; a folder, which gets one file per input; or ``None`` or ``-``.
        arguments: The inputs.
        suffix: The suffix of the format, for files in a folder.
        others: Other files that are read.

    Raises:
        Failure: If a file would be overwritten.
    """
    if output is None or str(output) == "-":
        return
    read = [*map(Argument.of, arguments)]
    paths = (*(each.path for each in read), *map(str, others))
    inputs = {file: path for path in paths if (file := _file_of(path)) is not None}
    if not output.is_dir():
        _check_overwrites(output, inputs)
        _check_ending(output, (each.path for each in read))
        return
    targets = [target_in(output, each.inside, suffix) for each in read]
    _check_distinct(output, targets, [each.name for each in read])
    for target in targets:
        _check_overwrites(target, inputs)


def _file_of(argument: str) -> _File | None:
    """Return which file an argument names, whatever the name; ``None`` for none and for devices."""
    try:
        found = os.fstat(sys.stdin.fileno()) if argument == "-" else Path(argument).stat()
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _check_overwrites(target: Path, inputs: dict[_File, str]) -> None:
    file = _file_of(str(target))
    if file in inputs:
        output, read = on_one_line(str(target)), on_one_line(inputs[file])
        raise Failure(f"{output}: this output is the input {read}; name another file after -o")


def _check_ending(output: Path, arguments: Iterable[str]) -> None:
    # A shell replaces the pattern in `-o *.txt` by the inputs, and the first is then the output. A PDF is
    # never an earlier output.
    endings = {".pdf", *(Path(argument).suffix.lower() for argument in arguments)} - {""}
    if output.suffix.lower() in endings and _file_of(str(output)) is not None:
        raise Failure(
            f"{on_one_line(str(output))}: this output exists and ends like an input; "
            "name a file after -o that does not exist"
        )


def _check_distinct(folder: Path, targets: Iterable[Path], names: Iterable[str]) -> None:
    alike: defaultdict[str, list[tuple[Path, str]]] = defaultdict(list)
    for target, name in zip(targets, names, strict=True):
        alike[unicodedata.normalize("NFC", str(target)).casefold()].append((target, name))
    for group in alike.values():
        for (target, name), (other, other_name) in pairwise(group):
            names_in = (str(each.relative_to(folder)).replace(os.sep, "-") for each in (target, other))
            if target == other or _are_one(folder, *names_in):
                raise Failure(
                    f"{on_one_line(str(other))}: both {name} and {other_name} would be written here; "
                    "read them in separate runs"
                )


def _are_one(folder: Path, name: str, other: str) -> bool:
    """Return whether a file system takes two names that differ in case or accents for one."""
    try:
        with tempfile.TemporaryDirectory(prefix=".inspection-model-", dir=folder) as place:
            Path(place, name).touch()
            return Path(place, other).exists()
    except OSError:
        return False  # writing into the folder reports the error

"""The arguments that name inputs: files, standard input, and folders, whose files are found."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import final

import attrs

from inspection_model.cli.failure import Failure
from inspection_model.cli.terminal import on_one_line
from inspection_model.errors import LetterFileError

__all__ = ["DOCUMENTS", "RECORDS", "Argument", "find_inputs", "has_folder", "input_name"]

DOCUMENTS = frozenset({".pdf", ".txt"})
"""The suffixes of letters and reports in a folder."""
RECORDS = frozenset({".json", ".jsonl", ".ndjson"})
"""The suffixes of JSON documents and JSON Lines in a folder."""

# Descriptions of tables, which `inspection-model table` writes beside them.
_DESCRIPTION = ".datapackage.json"


@final
@attrs.frozen
class Argument:
    """A file to read.

    Attributes:
        path: The argument, or the path of a file in a folder; ``-`` for standard input.
        inside: The path of its output in an output folder, without the suffix of the format. Files that
            were found in a folder keep their place in it.
        fault: Why it cannot be read, if that is known.
        line: The number of a line in the file, if only that is read.
    """

    path: str
    inside: str
    fault: LetterFileError | None = None
    line: int | None = None

    @classmethod
    def of(cls, path: str | Argument) -> Argument:
        """Return the argument for a path."""
        return path if isinstance(path, Argument) else cls(path, Path(input_name(path)).name)

    @property
    def name(self) -> str:
        """The name in messages."""
        return on_one_line(input_name(self.path))


def input_name(argument: str) -> str:
    """Return the name of an input in messages and of its file in a folder."""
    return "(standard input)" if argument == "-" else argument


def has_folder(paths: Sequence[str]) -> bool:
    """Return whether a path is a folder, which may contain any number of files."""
    return any(map(_is_folder, paths))


def find_inputs(
    paths: Sequence[str], suffixes: Collection[str], *, outputs: Sequence[Path | None] = ()
) -> tuple[Argument, ...]:
    """Return the inputs that paths name; for a folder, the files in it and in its folders.

    Hidden files and folders, descriptions of tables and the outputs of the command are left out. Links to
    folders are not followed. A folder that cannot be opened is an input with a fault.

    Args:
        paths: The arguments of the command.
        suffixes: The suffixes of the files that are taken from a folder, in lower case.
        outputs: The outputs of the command: files, or folders, of which nothing is read unless a path is
            that folder.

    Raises:
        Failure: If a folder has no such file, or a path is empty.
    """
    left_out = frozenset(os.path.realpath(path) for path in outputs if path is not None)
    found: list[Argument] = []
    for path in paths:
        if not path:
            raise Failure("a path is empty; name a file, a folder or - for standard input")
        if not _is_folder(path):
            found.append(Argument.of(path))
            continue
        inside = sorted(_files(path, suffixes, left_out), key=lambda each: Path(each.path).parts)
        if not inside:
            known = ", ".join(sorted(suffixes))
            raise Failure(f"{on_one_line(path)}: this folder has no file with one of the suffixes {known}")
        found += inside
    return tuple(found)


def _is_folder(path: str) -> bool:
    return path != "-" and os.path.isdir(path)  # noqa: PTH112  # it is false for names that no file can have


def _files(folder: str, suffixes: Collection[str], left_out: Collection[str]) -> Iterator[Argument]:
    faults: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(place, name)) not in left_out
        ]
        for name in names:
            path = Path(place, name)
            if (
                path.suffix.lower() in suffixes
                and not name.startswith(".")
                and not name.lower().endswith(_DESCRIPTION)
                and os.path.realpath(path) not in left_out
            ):
                yield Argument(str(path), str(path.relative_to(folder)))
    for fault in faults:
        place, reason = str(fault.filename), fault.strerror or str(fault)
        error = LetterFileError(place, f"this folder cannot be read: {reason}")
        yield Argument(place, Path(place).name, error)

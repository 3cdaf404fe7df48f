"""The letters and records in a folder."""

from __future__ import annotations

from pathlib import Path

__all__ = ["files_in"]

_SUFFIXES = frozenset({".pdf", ".txt", ".json", ".jsonl", ".ndjson"})
_DESCRIPTION = ".datapackage.json"


def files_in(path: str, output: Path | None) -> list[str]:
    """Return the letters and records in a folder and its folders, or the path itself.

    Hidden files, the descriptions of tables and the output of an earlier run are left out.

    Args:
        path: A folder or a file, or ``-``.
        output: The output, a file or a folder.
    """
    folder = Path(path)
    if path == "-" or not folder.is_dir():
        return [path]
    own = output.resolve() if output is not None else None
    return sorted(
        str(file)
        for file in folder.rglob("*")
        if file.suffix.lower() in _SUFFIXES
        and not _is_hidden(file, folder)
        and not file.name.endswith(_DESCRIPTION)
        and file.is_file()
        and own not in (resolved := file.resolve(), *resolved.parents)
    )


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)

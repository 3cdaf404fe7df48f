"""The folder of a site: written completely or not at all, and replaced only if it is a site."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import cast

from inspection_model.errors import InvalidValueError

__all__ = ["check_folder", "whole_folder"]

_LIST = "site.json"
_GENERATOR = "inspection-model site"


def check_folder(folder: str | os.PathLike[str], *, where: str) -> None:
    """Check that a folder can get a site: it does not exist, is empty, or is a site and nothing else.

    Args:
        folder: The folder.
        where: The function and the argument, for messages.

    Raises:
        InvalidValueError: If it is a file, or has files that are not those of a site.
        OSError: If it cannot be listed, or the folder that is to contain it does not exist.
    """
    target = Path(os.path.realpath(folder))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder that is to contain it does not exist", str(folder))
    if not target.exists():
        return
    expected = "a new folder, an empty one, or an earlier site"
    if not target.is_dir():
        raise InvalidValueError(where, expected, f"the file {folder}")
    others = sorted(_files(target) - _own_files(target))
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        hint = "nothing was changed; name another folder, or move these files"
        raise InvalidValueError(where, expected, f"{folder} with {others[0]}{more}", hint)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not _is_folder(path)}


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _own_files(folder: Path) -> set[str]:
    """Return the files that the list of a site names; none if there is no such list."""
    try:
        listed: object = json.loads((folder / _LIST).read_bytes())
    except (OSError, ValueError):
        return set()
    data = cast("dict[str, object]", listed) if isinstance(listed, dict) else {}
    names = data.get("files")
    if data.get("generator") != _GENERATOR or not isinstance(names, list):
        return set()
    return {_LIST, *(str(name) for name in cast("list[object]", names))}


@contextlib.contextmanager
def whole_folder(folder: str | os.PathLike[str]) -> Generator[Path]:
    """Write a folder atomically: beside it, and moved into its place at the end.

    If the writing is interrupted, an existing folder is unchanged and the new one is deleted. Only a killed
    process can leave a folder behind whose name starts with ``.inspection-model-``.

    Args:
        folder: The folder; see `check_folder()`.

    Yields:
        The path of an empty folder beside it, to which the caller writes.

    Raises:
        OSError: If the folder cannot be written.
    """
    target = Path(os.path.realpath(folder))
    name = f".inspection-model-{secrets.token_hex(8)}"
    unfinished, old = target.with_name(f"{name}.part"), target.with_name(f"{name}.old")
    try:
        unfinished.mkdir()
        yield unfinished
        names = sorted(_files(unfinished))
        data = json.dumps({"generator": _GENERATOR, "files": names}, indent=1)
        (unfinished / _LIST).write_bytes(f"{data}\n".encode())
        check_folder(folder, where="whole_folder(folder)")  # nothing came in meanwhile
        if target.exists():
            target.rename(old)
        try:
            unfinished.rename(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)

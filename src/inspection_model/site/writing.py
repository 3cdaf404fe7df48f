"""Writing a site into a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from inspection_model.errors import InvalidTypeError
from inspection_model.frameworks.arguments import known_frameworks
from inspection_model.frameworks.framework import Framework
from inspection_model.serialising import dumps
from inspection_model.site.collection import Collection, collect
from inspection_model.site.documents import SiteRecord, site_documents
from inspection_model.site.downloads import write_downloads
from inspection_model.site.folder import check_folder, whole_folder
from inspection_model.site.pages import pages

__all__ = ["write_site"]

_TITLE = "Inspections"


def write_site(
    records: Iterable[SiteRecord],
    folder: str | os.PathLike[str],
    *,
    title: str = _TITLE,
    frameworks: Iterable[Framework] | None = None,
) -> Path:
    """Write pages about inspections into a folder: a site that works from a disk and from a server.

    The site has an index of authorities, a page for each authority, inspection and kind of inspection, the
    areas for priority action of all authorities, a search over all findings, a list of the documents with
    those that were not read, and tables and records to download. It loads nothing from elsewhere.

    The folder is written completely or not at all. The same records give the same bytes.

    Args:
        records: Inspections, readings, and what `read_letters()` yields in place of a file that it cannot
            read: an error of this library, which the site lists. A `History` gives its inspections, and
            a `tables.Document` for a record with the name of its file. All are kept in memory.
        folder: The folder, which is new, empty, or a site that this function wrote; such a site is
            replaced. The folder that contains it must exist.
        title: The title of the site.
        frameworks: The known frameworks; those of the package if omitted.

    Returns:
        The path of the index, ``index.html`` in the folder.

    Raises:
        InvalidTypeError: If an argument or an item has the wrong type.
        InvalidValueError: If the folder has other files, or is a file.
        OSError: If the folder cannot be written.
    """
    _check_arguments(folder, title)
    known = known_frameworks(frameworks, where="write_site(frameworks)")
    check_folder(folder, where="write_site(folder)")
    collection = collect(site_documents(records, where="write_site(records)"), known)
    with whole_folder(folder) as unfinished:
        _write(collection, title, unfinished)
    return Path(folder, "index.html")


def _check_arguments(folder: object, title: object) -> None:
    if not isinstance(folder, str | os.PathLike):
        raise InvalidTypeError("write_site(folder)", "the path of a folder", type(folder).__name__)
    if not isinstance(title, str):
        raise InvalidTypeError("write_site(title)", "a text", type(title).__name__)


def _write(collection: Collection, title: str, folder: Path) -> None:
    for name in ("authorities", "inspections", "kinds"):
        (folder / name).mkdir()
    downloads = write_downloads(collection, folder / "downloads")
    for page in pages(collection, title, downloads):
        (folder / page.path).write_bytes(page.text.encode())
    for listed in collection.documents:
        record = f"{dumps(listed.inspection, indent=2)}\n"
        (folder / "inspections" / f"{listed.slug}.json").write_bytes(record.encode())

"""Labels of a document: optional members after the envelope, which are outside the record.

They show a reader of JSON Lines what a line is about. When a document is read, only their types are
checked; they are not compared with the record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from inspection_model.errors import Fault
from inspection_model.model import Inspection, Reading
from inspection_model.serialising.envelope import SCHEMA_VERSION
from inspection_model.serialising.members import Record

if TYPE_CHECKING:
    from inspection_model.serialising.migrations import Document

__all__ = ["LABELLED", "LABELS", "Labels", "file_of", "label_faults", "labels_for", "labels_of"]

LABELS = {
    "file": "The file that was read, as it was named.",
    "id": "The id of the inspection when the document was written.",
    "finding_ids": "The ids of its findings when the document was written, in their order.",
}
"""The labels with their meanings."""

LABELLED = frozenset({"inspection", "reading"})
"""The document types that may have labels."""

Labels: TypeAlias = "dict[str, str | list[str]]"
"""The labels of a document: a list for ``finding_ids``, texts for the others."""


def labels_for(value: Record, file: str | None) -> Labels:
    """Return the labels of a record; none if its document type has none.

    Args:
        value: The record.
        file: The name of the file that was read, if there is one.
    """
    if not isinstance(value, Inspection | Reading):
        return {}
    inspection = value.inspection if isinstance(value, Reading) else value
    labels: Labels = {} if file is None else {"file": file}
    labels["id"] = inspection.id
    if inspection.findings:
        labels["finding_ids"] = [*inspection.finding_ids]
    return labels


def labels_of(kind: object, written: Document) -> dict[str, object]:
    """Return the labels that a document has. Older versions of the format have none."""
    if (
        not isinstance(kind, str)
        or kind not in LABELLED
        or written.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION
    ):
        return {}
    return {name: written[name] for name in LABELS if name in written}


def _items(value: object) -> list[object]:
    return cast("list[object]", value) if type(value) is list else [value]


def label_faults(labels: dict[str, object]) -> list[Fault]:
    """Return the faults of labels that are not of their types."""
    from inspection_model.serialising.faults import describe  # most programs do not need it

    faults: list[Fault] = []
    for name, value in labels.items():
        is_list = name == "finding_ids"
        items = _items(value)
        if (items is value) is not is_list or not all(isinstance(item, str) for item in items):
            expected = "an array of texts" if is_list else "a text"
            faults.append(Fault(pointer=f"/{name}", expected=expected, found=describe(value), hint="omit it"))
    return faults


def file_of(line: bytes | str) -> str | None:
    """Return the file that a document names; ``None`` if it names none or is not a document."""
    try:
        return msgspec.json.decode(line, type=_Named).file
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


class _Named(msgspec.Struct):
    """A document, of which only the file is read."""

    file: str | None = None

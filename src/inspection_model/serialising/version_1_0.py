"""The migration of documents of version 1.0 to version 2.0.

In 1.0 an inspection had a ``letter`` with a ``subject``; in 2.0 it has a ``publication`` with a ``title``.
The passages and the remarks of a reading refer to them by JSON Pointers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias, cast

from inspection_model.vocabulary import RemarkCode

__all__ = ["ADDED", "is_plain_data", "migrated", "pointer_before"]

Document: TypeAlias = dict[str, Any]

_OLD, _NEW = "letter", "publication"
_OLD_TITLE, _NEW_TITLE = "subject", "title"

_PEOPLE = {"*": {"role": None}}
_INSPECTION: Mapping[str, Any] = {
    "partnership": None,
    "previous": None,
    "judgements": None,
    _NEW: None,
    "inspectors": _PEOPLE,
    "findings": {"*": {"area": None}},
    "obligations": {"*": {"due": {"unit": frozenset({"years"})}}},
    _OLD: {"form": None, _NEW_TITLE: None, "recipients": _PEOPLE, "signatories": _PEOPLE},
}
# Every later code is an error in a document of version 1.0.
_REMARKS_OF_1_0 = frozenset({
    "framework-unknown", "unread", "other-document", "authority-missing", "authority-uncertain",
    "visit-missing", "date-impossible", "date-incomplete", "letter-date-missing", "letter-before-visit",
    "visit-long", "visit-on-weekend", "legal-basis-not-in-force", "framework-not-in-use", "count-mismatch",
    "section-empty", "section-repeated", "heading-unknown", "inspectors-missing", "recipient-missing",
    "signatory-missing", "findings-missing", "paragraphs-uncertain", "control-character",
    "invisible-character",
})  # fmt: skip

ADDED: Final[Mapping[str, Any]] = {
    **_INSPECTION,
    "inspection": _INSPECTION,
    "passages": {"*": {"role": frozenset({"aside"})}},
    "remarks": {"*": {"code": frozenset(RemarkCode) - _REMARKS_OF_1_0}},
}
"""The members and codes that version 2.0 added, of an inspection and of a reading; see `Migration`."""


def is_plain_data(value: object) -> bool:
    """Return whether plain data without an envelope are those of a record of version 1.0.

    They are if they have the member ``letter`` and not the one that replaces it. Without it, the data
    of both versions are the same.
    """
    record = _members(value)
    return any(_OLD in part and _NEW not in part for part in (record, _members(record.get("inspection"))))


def migrated(document: Document) -> Document:
    """Return a document of version 1.0 as one of version 2.0.

    Whatever does not have the form of version 1.0 is kept, so that it is reported where it is.
    """
    result = {_renamed(name, _OLD, _NEW): _publication(name, item) for name, item in document.items()}
    if isinstance(inspection := document.get("inspection"), dict):
        result["inspection"] = migrated(cast(Document, inspection))
    if isinstance(passages := document.get("passages"), list):
        result["passages"] = [_with_pointers(item, "role") for item in cast("list[object]", passages)]
    if isinstance(remarks := document.get("remarks"), list):
        result["remarks"] = [
            _with_pointers(item, "pointer", "related") for item in cast("list[object]", remarks)
        ]
    return result


def _renamed(name: str, old: str, new: str) -> str:
    return new if name == old else name


def _members(value: object) -> Document:
    return cast(Document, value) if isinstance(value, dict) else {}


def _publication(name: str, value: object) -> object:
    """Return the value of a member of an inspection; the letter with the name of its title."""
    if name != _OLD or not isinstance(value, dict):
        return value
    letter = cast(Document, value)
    return {_renamed(inner, _OLD_TITLE, _NEW_TITLE): item for inner, item in letter.items()}


def _with_pointers(value: object, *names: str) -> object:
    """Return a passage or a remark with the pointers of version 2.0 in some of its members."""
    changed = {name: _pointers(item) for name, item in _members(value).items() if name in names}
    return {**_members(value), **changed} if changed else value


def _pointers(value: object) -> object:
    if isinstance(value, list):
        return [_pointers(item) for item in cast("list[object]", value)]
    return _exchanged(value, 1, {_OLD: _NEW}, {_OLD_TITLE: _NEW_TITLE}) if isinstance(value, str) else value


def pointer_before(pointer: str) -> str:
    """Return where a document of version 1.0 has what is at a pointer of version 2.0."""
    start = 2 if pointer.startswith("/inspection/") else 1
    return _exchanged(pointer, start, {_NEW: _OLD}, {_NEW_TITLE: _OLD_TITLE})


def _exchanged(pointer: str, start: int, outer: Mapping[str, str], inner: Mapping[str, str]) -> str:
    """Return a pointer with other names for the publication, at the step `start`, and for its title."""
    steps = pointer.split("/")
    if len(steps) > start and steps[start] in outer:
        steps[start] = outer[steps[start]]
        steps[start + 1 : start + 2] = [inner.get(name, name) for name in steps[start + 1 : start + 2]]
    return "/".join(steps)

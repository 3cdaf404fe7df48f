"""Errors of converters with detailed validation, in the form of cattrs.

Such an error is a `DocumentError` with all faults, and also a group as cattrs raises it, with an error
for each invalid part. `cattrs.transform_error()` returns the path of every fault from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Self, TypeVar

import attrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.errors import AttributeValidationNote, BaseValidationError, IterableValidationNote

from inspection_model.errors import DocumentError, Fault
from inspection_model.serialising.faults import steps_of
from inspection_model.serialising.members import Member, members_of

__all__ = ["InvalidArrayError", "InvalidRecordError", "detailed"]

E = TypeVar("E", bound=Exception)
Hook = Callable[[Any, Any], Any]
# Faults, each with the steps of its pointer that are still to be followed.
_Located = Sequence[tuple[tuple[str, ...], Fault]]


class _InvalidPartsError(DocumentError, BaseValidationError):
    """Faults, grouped by the parts of a value.

    Args:
        faults: All faults of the value.
        source: As in `DocumentError`.
        kind: The type of the value.
        parts: An error for each invalid part, with a note of cattrs that says which part it is.
    """

    def __new__(
        cls,
        faults: tuple[Fault, ...],
        source: str | None,
        kind: type,
        parts: Sequence[Exception],
    ) -> Self:
        """Create the group."""
        # Not super(): the next class is DocumentError, whose objects have no parts.
        return BaseValidationError.__new__(cls, str(DocumentError(faults, source)), parts, kind)

    def __init__(
        self,
        faults: tuple[Fault, ...],
        source: str | None,
        kind: type,  # noqa: ARG002  # the attribute cl
        parts: Sequence[Exception],  # noqa: ARG002  # the attribute exceptions
    ) -> None:
        super().__init__(faults, source)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the error as its class, its arguments and its notes."""
        return type(self), (self.faults, self.source, self.cl, self.exceptions), vars(self)

    def derive(self, excs: Sequence[Exception]) -> Self:  # type: ignore[override]  # as in cattrs
        """Return a group of some of the parts, for ``except*``."""
        return type(self)(self.faults, self.source, self.cl, excs)


class InvalidRecordError(_InvalidPartsError, ClassValidationError):
    """The faults of an object, with an error for each invalid member."""


class InvalidArrayError(_InvalidPartsError, IterableValidationError):
    """The faults of an array, with an error for each invalid item."""


def detailed(hook: Hook, kind: type, *, many: bool = False) -> Hook:
    """Return a structure hook that raises detailed errors in place of its `DocumentError`.

    Args:
        hook: The hook.
        kind: The type that it structures or, for an array, the type of the items.
        many: Whether it structures an array.
    """

    def structure(value: Any, target: Any) -> Any:
        try:
            return hook(value, target)
        except DocumentError as error:
            raise _error([(steps_of(fault), fault) for fault in error.faults], kind, many=many) from None

    return structure


def _error(faults: _Located, kind: type, *, many: bool) -> Exception:
    """Return the error of a value: of the value as a whole, or else of its parts."""
    for steps, fault in faults:
        if not steps:
            return DocumentError((fault,))
    parts: dict[str, list[tuple[tuple[str, ...], Fault]]] = {}
    for (step, *rest), fault in faults:
        parts.setdefault(step, []).append((tuple(rest), fault))
    every = tuple(fault for _, fault in faults)
    if many:
        errors = [_of_item(int(step), inner, kind) for step, inner in parts.items()]
        return InvalidArrayError(every, None, tuple, errors)
    errors = [_of_member(step, inner, kind) for step, inner in parts.items()]
    return InvalidRecordError(every, None, kind, errors)


def _of_item(index: int, faults: _Located, kind: type) -> Exception:
    note = IterableValidationNote(f"Structuring tuple @ index {index}", index, kind)
    return _noted(_error(faults, kind, many=False), note)


def _of_member(name: str, faults: _Located, cls: type) -> Exception:
    """Return the error of a member of an object; errors of missing and unknown ones are those of cattrs."""
    steps, fault = faults[0]
    member = _members(cls).get(name)
    if member is None and not steps:
        return ForbiddenExtraKeysError(str(fault), cls, {name})
    if member is None:  # plain data of an older version, with the faults where they are in those data
        note = AttributeValidationNote(f"Structuring class {cls.__name__} @ attribute {name}", name, object)
        return _noted(DocumentError(tuple(fault for _, fault in faults)), note)
    if not steps and fault.found == "nothing":
        error: Exception = _MissingMemberError((fault,))
    else:
        error = _error(faults, member.kind, many=member.many)
    kind = tuple if member.many else member.kind
    note = AttributeValidationNote(f"Structuring class {cls.__name__} @ attribute {name}", name, kind)
    return _noted(error, note)


class _MissingMemberError(DocumentError, KeyError):
    """A required member is missing."""


def _noted(error: E, note: str) -> E:
    error.add_note(note)
    return error


@cache
def _members(cls: type) -> dict[str, Member]:
    return {member.name: member for member in members_of(cls)} if attrs.has(cls) else {}

"""Hooks that convert JSON objects to instances of the model's classes, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from inspection_model.errors import DocumentError, Fault, InvalidTypeError, InvalidValueError
from inspection_model.model.days import date_class
from inspection_model.serialising.faults import describe, did_you_mean, prefixed, refused, shortened
from inspection_model.serialising.members import Member, members_of
from inspection_model.serialising.migrations import structure_plain
from inspection_model.serialising.values import PLAIN, Structure, structure_array

if TYPE_CHECKING:
    import cattrs

__all__ = ["migrating_hook", "structure_hook", "unstructure_hook", "with_details"]


def structure_hook(cls: Any, converter: cattrs.BaseConverter) -> Callable[[Any, Any], Any]:
    """Return the hook that builds an instance of a class of the model from an object."""
    reader = _Reader(cls, converter)
    return with_details(lambda value, _: reader.read(value), cls, converter)


def with_details(
    hook: Callable[[Any, Any], Any], kind: Any, converter: cattrs.BaseConverter, *, many: bool = False
) -> Callable[[Any, Any], Any]:
    """Return a hook that raises errors in the form of cattrs, if the converter validates in detail."""
    if not converter.detailed_validation:
        return hook
    from inspection_model.serialising.detailed_errors import detailed

    return detailed(hook, kind, many=many)


def migrating_hook(cls: Any, converter: cattrs.BaseConverter) -> Callable[[Any, Any], Any]:
    """Return the hook for a class of records that also reads the plain data of older versions."""
    reader = _Reader(cls, converter)
    return with_details(lambda value, _: structure_plain(value, reader.read), cls, converter)


def unstructure_hook(cls: Any, converter: cattrs.BaseConverter) -> Callable[[Any], dict[str, Any]]:
    """Return the hook that converts an instance to an object: its members in order, omitting empty ones."""
    writers = [(member.name, _writer(member, converter)) for member in members_of(cls)]

    def unstructure(record: Any) -> dict[str, Any]:
        values = ((name, getattr(record, name), write) for name, write in writers)
        return {name: write(value) for name, value, write in values if value is not None and value != ()}

    return unstructure


def _writer(member: Member, converter: cattrs.BaseConverter) -> Callable[[Any], Any]:
    kind = member.kind
    if kind is date_class():
        write: Callable[[Any], Any] = date_class().isoformat
    elif kind in PLAIN:
        return list if member.many else _as_it_is
    else:
        # The hook of a class that is listed later than its owner is created here, at its first use.
        write = converter.get_unstructure_hook(kind)
    return (lambda values: [write(value) for value in values]) if member.many else write


def _as_it_is(value: Any) -> Any:
    return value


class _Reader:
    """Builds records of one class and collects the faults of all members."""

    def __init__(self, cls: type[Any], converter: cattrs.BaseConverter) -> None:
        members = members_of(cls)
        self._cls = cls
        self._structure = {member.name: _structure(member, converter) for member in members}
        self._required = [member.name for member in members if member.required]
        # A converter that forbids extra keys removes the tag of a tagged union itself.
        self._may_be_tagged = not getattr(converter, "forbid_extra_keys", False)

    def read(self, value: object) -> Any:
        if type(value) is not dict:
            raise refused(f"an object ({self._cls.__name__})", describe(value))
        document = cast("dict[str, Any]", value)
        arguments: dict[str, Any] = {}
        faults: list[Fault] = []
        for name, item in document.items():
            if name not in self._structure and self._is_tag(item):
                continue
            try:
                arguments[name] = self._hook(name, item)(item)
            except DocumentError as error:
                faults += prefixed(name, error.faults)
        faults += (self._missing(name) for name in self._required if name not in document)
        if faults:
            raise DocumentError(tuple(faults))
        try:
            return self._cls(**arguments)
        except (InvalidValueError, InvalidTypeError) as error:
            raise DocumentError((_across(error, document),)) from None

    def _is_tag(self, value: object) -> bool:
        """Return whether a member is the tag of a tagged union, which is made of the name of the class."""
        if not self._may_be_tagged or not isinstance(value, str):
            return False
        return _folded(value.rpartition(".")[2]) == _folded(self._cls.__name__)

    def _hook(self, name: str, item: object) -> Structure:
        if name in self._structure:
            return self._structure[name]
        found = f"the unknown member {describe(name).removeprefix('the text ')}"
        hint = did_you_mean(name, self._structure)
        if hint is None and self._may_be_tagged and isinstance(item, str):
            hint = "if it is the tag of a union, create the converter with forbid_extra_keys=True"
        raise refused(f"a member of {self._cls.__name__}", found, hint)

    def _missing(self, name: str) -> Fault:
        expected = f"the required member {name} of {self._cls.__name__}"
        return Fault(pointer=f"/{name}", expected=expected, found="nothing")


def _folded(word: str) -> str:
    """Return a name without case and word separators: "AnnualRating", "annual-rating", "annual_rating"."""
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")


def _structure(member: Member, converter: cattrs.BaseConverter) -> Structure:
    structure = PLAIN.get(member.kind) or _by_hook(member.kind, converter)
    if member.attribute.validator is not None:  # otherwise the class validates itself as a whole
        structure = _ruled(member, structure)
    return structure_array(structure) if member.many else structure


def _ruled(member: Member, structure: Structure) -> Structure:
    """Add the validator of the field, so that each item of an array is checked by it."""
    rule = cast(Any, member.attribute.validator)

    def structure_by_rule(value: object) -> Any:
        structured = structure(value)
        try:
            # A rule uses the owner only for its name, and a pointer replaces that name here.
            rule(None, member.attribute, (structured,) if member.many else structured)
        except (InvalidValueError, InvalidTypeError) as error:
            raise refused(error.expected, describe(value), error.hint) from None
        return structured

    return structure_by_rule


def _by_hook(kind: type[Any], converter: cattrs.BaseConverter) -> Structure:
    hook = converter.get_structure_hook(kind)
    if not converter.detailed_validation:
        return lambda value: hook(value, kind)

    def structure(value: object) -> Any:
        try:
            return hook(value, kind)
        except DocumentError:
            raise
        except Exception as error:  # as cattrs does: a hook of the user may raise anything
            found = f"{describe(value)} ({type(error).__name__}: {shortened(str(error))})"
            raise refused(f"a value that the hook of {kind.__name__} takes", found) from error

    return structure


def _across(error: InvalidValueError | InvalidTypeError, document: dict[str, Any]) -> Fault:
    """Return the fault of members that are valid individually and invalid together."""
    name = error.where.partition(".")[2]
    value = document.get(name)
    found = "nothing" if value is None else error.found if isinstance(value, list) else describe(value)
    return Fault(pointer=f"/{name}", expected=error.expected, found=found, hint=error.hint)

"""The tables of a framework's file, and errors that name the key of everything that is wrong."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar, cast, final

import msgspec

from inspection_model.errors import FrameworkError
from inspection_model.frameworks.framework import FactType
from inspection_model.model.days import as_day, date_class
from inspection_model.model.fields import text_fault
from inspection_model.model.judgement import LOWEST_RANK
from inspection_model.vocabulary import Category, DueUnit, PublicationForm

__all__ = [
    "AreaTable",
    "DatedTable",
    "FactTable",
    "FrameworkFile",
    "GradeTable",
    "LegalBasisTable",
    "ObligationTable",
    "SectionTable",
    "fault_at",
    "parse_file",
    "parse_texts",
    "unknown_key",
]

T = TypeVar("T")

if TYPE_CHECKING:
    _Day: TypeAlias = datetime.date | None
else:
    # The hints of a table are evaluated once, perhaps while a frozen clock has replaced the class.
    _Day = date_class() | None
_List: TypeAlias = tuple[str, ...]
_Filled: TypeAlias = Annotated[_List, msgspec.Meta(min_length=1)]

_NAME = re.compile("`([^`]*)`")
_STEP = re.compile(r"[^.\[\]]+")
_POSITIONS = re.compile(r"\[[0-9]+\]")

# What to do about a value of the wrong type, by the type that was expected.
_TYPE_HINTS = {
    "str": 'write the text in quotes: {key} = "…"',
    "array": 'write {key} = ["…"] for texts, [[{key}]] for tables',
    "object": "write its name in brackets on a line of its own, and its keys below",
    "date": "write {key} = 2009-06-01, without quotes or a time",
    "bool": "write {key} = true, without quotes, or omit the key",
    "int": "write {key} = 1, without quotes",
}
_MEMBERS: dict[str, Iterable[str]] = {
    "category": Category,
    "due": DueUnit,
    "form": PublicationForm,
    "type": FactType,
}


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a framework's file; the documentation lists the keys."""


class DatedTable(Table, frozen=True, kw_only=True):
    """A table with a period."""

    since: _Day = None
    until: _Day = None


@final
class LegalBasisTable(DatedTable, frozen=True, kw_only=True):
    """``[[legal_basis]]``: a provision."""

    act: str
    identifier: str
    printed: _Filled
    section: str | None = None


@final
class MeaningTable(DatedTable, frozen=True, kw_only=True):
    """``[[section.meaning]]``: what a category meant."""

    text: str


@final
class GradeTable(Table, frozen=True, kw_only=True):
    """``[[grade]]``: a grade of the scale."""

    id: str
    rank: Annotated[int, msgspec.Meta(ge=1, le=LOWEST_RANK)]
    printed: _Filled


@final
class AreaTable(DatedTable, frozen=True, kw_only=True):
    """``[[area]]``: an area that is judged."""

    id: str
    printed: _Filled
    part_of: str | None = None


@final
class SectionTable(Table, frozen=True, kw_only=True):
    """``[[section]]``: the findings of one category."""

    category: Category
    headings: _List = ()
    lead_ins: _List = ()
    terms: _List = ()
    none: _List = ()
    carried_over: _List = ()
    area: str | None = None
    keeps_area: bool = False
    unheaded: bool = False
    meaning: tuple[MeaningTable, ...] = ()


@final
class ObligationTable(Table, frozen=True, kw_only=True):
    """``[[obligation]]``: what the findings of a category, or the inspection as a whole, cause."""

    category: Category | None = None
    phrases: _Filled
    to: str | None = None
    due: DueUnit | None = None


@final
class FactTable(Table, frozen=True, kw_only=True):
    """``[[fact]]``: a fact of this kind alone."""

    name: str
    type: FactType
    to: str
    phrases: _Filled
    in_closing: bool = False
    repeats: bool = False


@final
class FrameworkFile(DatedTable, frozen=True, kw_only=True):
    """The whole file."""

    id: str
    title: str
    inspectorate: str
    form: PublicationForm = PublicationForm.LETTER
    subjects: _List = ()
    boilerplate: _List = ()
    closing: _List = ()
    signed_by: _List = ()
    names_inspectors: bool = False
    grade_header: _List = ()
    grade_links: _List = ()
    judgement_sentences: _List = ()
    asides: _List = ()
    asides_to_heading: _List = ()
    legal_basis: tuple[LegalBasisTable, ...] = ()
    phrases: dict[str, object] = msgspec.field(default_factory=dict[str, object])
    fact: tuple[FactTable, ...] = ()
    grade: tuple[GradeTable, ...] = ()
    area: tuple[AreaTable, ...] = ()
    section: tuple[SectionTable, ...] = ()
    obligation: tuple[ObligationTable, ...] = ()


# By their path, without the positions in lists.
_TABLES: dict[str, type[Table]] = {
    "": FrameworkFile,
    "legal_basis": LegalBasisTable,
    "fact": FactTable,
    "grade": GradeTable,
    "area": AreaTable,
    "section": SectionTable,
    "section.meaning": MeaningTable,
    "obligation": ObligationTable,
}


def parse_file(toml: str, *, name: str) -> FrameworkFile:
    """Parse the TOML text of a framework's file.

    Args:
        toml: The text.
        name: The name of the file for error messages.

    Raises:
        FrameworkError: If it is not TOML, or a key is unknown, missing or of the wrong type.
    """
    import tomllib  # where used: a program that reads no letter does not need it

    try:
        data = _with_plain_days(tomllib.loads(toml))
    except (ValueError, RecursionError) as error:
        hint = "the package's own files are examples; texts need quotes"
        raise FrameworkError(name, f"is not TOML: {error}", hint) from error
    for path, text in _texts("", data):
        if fault := text_fault(text):
            raise fault_at(name, path, f"{text!r} is not one line of text", fault)
    return _converted(name, data, FrameworkFile)


def parse_texts(value: object, *, name: str, key: str) -> tuple[str, ...]:
    """Parse a list of texts, the value of a key whose name the file chooses.

    Raises:
        FrameworkError: If it is not a list of texts.
    """
    return _converted(name, value, _List, key)


def _converted(name: str, data: object, kind: type[T], key: str = "") -> T:
    try:
        return msgspec.convert(data, kind, builtin_types=(date_class(),))
    except msgspec.ValidationError as error:
        raise _explained(name, data, str(error), key) from error


def fault_at(name: str, key: str, reason: str, hint: str) -> FrameworkError:
    """Return the error for a key of a file."""
    return FrameworkError(name, f"{key}: {reason}", hint)


def unknown_key(name: str, before: str, key: str, known: Iterable[str]) -> FrameworkError:
    """Return the error for a key that a table does not have."""
    known = sorted(known)
    near = difflib.get_close_matches(key, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"known keys: {', '.join(known)}"
    return fault_at(name, f"{before}{key}", "unknown key", hint)


def _explained(name: str, data: Any, message: str, top: str) -> FrameworkError:
    """Return the error for what msgspec found: the key, what is wrong there, and what to try."""
    reason, _, place = message.partition(" - at `$")
    path = place.removeprefix(".").removesuffix("`")
    names = _NAME.findall(reason)
    before = f"{path}." if path else ""
    if reason.startswith("Object missing"):
        return fault_at(name, f"{before}{names[0]}", "missing", f'add {names[0]} = "…"')
    if reason.startswith("Object contains"):
        fields = msgspec.structs.fields(_TABLES[_POSITIONS.sub("", path)])
        return unknown_key(name, before, names[0], [field.encode_name for field in fields])
    found = _value(data, path)
    path = f"{top}{path}"
    key = _POSITIONS.sub("", path).rpartition(".")[2]
    if reason.startswith("Invalid enum value"):
        members = list(_MEMBERS[key])
        near = difflib.get_close_matches(str(found), members, 1)
        hint = f"did you mean {near[0]}?" if near else "choose one of the values listed"
        return fault_at(name, path, f"{found!r} is not one of {', '.join(members)}", hint)
    if "of length" in reason:
        hint = f'write at least one text: {key} = ["…"]'
        return fault_at(name, path, f"expected at least one text, found {found!r}", hint)
    expected = names[0].partition(" ")[0]
    hint = _TYPE_HINTS[expected].format(key=key)
    return fault_at(name, path, f"expected {expected}, found {found!r}", hint)


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield every text of the data with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield from _texts(f"{path}.{key}" if path else key, item)
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _texts(f"{path}[{index}]", item)


def _with_plain_days(value: object) -> Any:
    """Return data with plain dates, which the TOML parser does not make while a clock is frozen."""
    if isinstance(value, dict):
        return {key: _with_plain_days(item) for key, item in cast("dict[str, Any]", value).items()}
    if isinstance(value, list):
        return [_with_plain_days(item) for item in cast("list[object]", value)]
    return as_day(cast(Any, value))


def _value(data: Any, path: str) -> object:
    """Return the value at a path such as ``section[0].headings``."""
    value = data
    for step in _STEP.findall(path):
        value = value[int(step) if isinstance(value, list) else step]
    return cast(object, value)

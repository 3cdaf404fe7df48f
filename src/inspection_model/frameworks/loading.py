"""From TOML to a `Framework`: strict, with the key of everything that is wrong."""

from __future__ import annotations

import datetime
import difflib
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

from inspection_model.errors import FrameworkError, InvalidTypeError, InvalidValueError
from inspection_model.frameworks.framework import (
    FACTS,
    Dates,
    Framework,
    Meaning,
    ObligationRule,
    Provision,
    Section,
)
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.wording import shared_wording
from inspection_model.model.fields import text_fault
from inspection_model.model.inspection import FRAMEWORK_ID
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.vocabulary import Category, DueUnit

__all__ = ["load_framework", "parse_framework", "shipped_frameworks"]

T = TypeVar("T")

_GAPS = re.compile(r"\{[a-z_]*\}")
_OBLIGATION_GAPS = frozenset({"count", "date", ""})


def load_framework(path: str | Path) -> Framework:
    """Load a framework of your own from a TOML file.

    The documentation lists every key; the package's own files are examples.

    Args:
        path: The file, in UTF-8.

    Raises:
        FrameworkError: If the file cannot be read, is no TOML, or a key is unknown, missing or of
            the wrong kind; the reason names the key.
    """
    try:
        toml = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        hint = "name a TOML file in UTF-8"
        raise FrameworkError(str(path), f"cannot be read: {error}", hint) from error
    return parse_framework(toml, name=str(path))


def parse_framework(toml: str, *, name: str) -> Framework:
    """Make a framework of TOML text.

    Args:
        toml: The text.
        name: What errors call it.

    Raises:
        FrameworkError: As `load_framework()`.
    """
    import tomllib  # where used: a program that reads no letter does not need it

    try:
        data = tomllib.loads(toml)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        hint = "the package's own files are examples; texts stand in quotes"
        raise FrameworkError(name, f"is no TOML: {error}", hint) from error
    table = _Table(name, "", data)
    framework = _framework(table)
    table.finish()
    return framework


@functools.cache
def shipped_frameworks() -> tuple[Framework, ...]:
    """Give the frameworks that the package ships, oldest first."""
    from importlib.resources import files

    folder = files("inspection_model.frameworks").joinpath("data")
    found = [
        parse_framework(file.read_text(encoding="utf-8"), name=file.name)
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda f: (f.dates.since or datetime.date.min, f.id)))


class _Table:
    """A TOML table that is taken apart key by key; what is left over at the end is unknown."""

    def __init__(self, name: str, path: str, data: Mapping[str, object]) -> None:
        self._name = name
        self._path = path
        self._left = dict(data)
        self._known: list[str] = []

    def fail(self, key: str, reason: str, hint: str) -> FrameworkError:
        """Make the error for a key of this table."""
        return FrameworkError(self._name, f"{self._path}{key}: {reason}", hint)

    def finish(self) -> None:
        """Refuse what nobody has asked for."""
        for key in self._left:
            near = difflib.get_close_matches(key, self._known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(self._known))}"
            raise self.fail(key, "unknown key", hint)

    def _take(self, key: str) -> object:
        self._known.append(key)
        return self._left.pop(key, None)

    def text(self, key: str) -> str:
        """Take a required text."""
        value = self.optional_text(key)
        if value is None:
            raise self.fail(key, "missing", f'add {key} = "…"')
        return value

    def id(self, key: str) -> str:
        """Take a required id."""
        value = self.text(key)
        if not re.fullmatch(FRAMEWORK_ID, value):
            hint = "lower-case words and digits joined by hyphens, such as ofsted-ucra"
            raise self.fail(key, f"{value!r} is no id", hint)
        return value

    def optional_text(self, key: str) -> str | None:
        """Take a text or nothing."""
        value = self._take(key)
        return None if value is None else self._as_text(key, value)

    def _as_text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self.fail(key, f"expected a text, found {value!r}", f'write "{value}"')
        if hint := text_fault(value):
            raise self.fail(key, f"{value!r} is not one line of text", hint)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts, empty when missing."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.fail(key, f"expected a list of texts, found {value!r}", f'write {key} = ["…"]')
        return tuple(self._as_text(f"{key}[{i}]", item) for i, item in enumerate(cast("list[object]", value)))

    def phrases(self, key: str, gaps: Iterable[str] = ()) -> tuple[Phrase, ...]:
        """Take a list of phrases with no other gaps than those named."""
        allowed = {*gaps, ""}
        phrases = tuple(Phrase(text) for text in self.texts(key))
        for index, phrase in enumerate(phrases):
            if unknown := set(phrase.gaps) - allowed:
                known = ", ".join(f"{{{gap}}}" for gap in sorted(allowed - {""})) or "none"
                where = f"{key}[{index}]"
                raise self.fail(where, f"unknown gap {{{min(unknown)}}}", f"the gaps here are: {known}")
            if "{" in _GAPS.sub("", phrase.text) or "}" in _GAPS.sub("", phrase.text):
                hint = "a gap is a name in lower case between braces"
                raise self.fail(f"{key}[{index}]", f"{phrase.text!r} has a brace that is no gap", hint)
            if phrase.text.startswith("{"):
                hint = "name the words that stand before it in every letter"
                raise self.fail(f"{key}[{index}]", "a phrase starts with words, not with a gap", hint)
        return phrases

    def date(self, key: str) -> datetime.date | None:
        """Take a date or nothing."""
        value = self._take(key)
        if value is not None and type(value) is not datetime.date:
            hint = f"write {key} = 2009-06-01, without quotes or a time"
            raise self.fail(key, f"expected a date, found {value!r}", hint)
        return value

    def flag(self, key: str) -> bool:
        """Take a yes or a no, which is no when missing."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            hint = f"write {key} = true, without quotes, or leave it out"
            raise self.fail(key, f"expected true or false, found {value!r}", hint)
        return value is True

    def dates(self) -> Dates:
        """Take the two ends of a stretch of time."""
        dates = Dates(since=self.date("since"), until=self.date("until"))
        if dates.since and dates.until and dates.until < dates.since:
            hint = "correct one of them, or leave it out for an open end"
            raise self.fail("until", f"{dates.until} lies before since = {dates.since}", hint)
        return dates

    def member(self, key: str, kind: Callable[[str], T], names: Iterable[str]) -> T:
        """Take a member of a closed list."""
        value = self.text(key)
        names = list(names)
        if value not in names:
            near = difflib.get_close_matches(value, names, 1)
            hint = f"did you mean {near[0]}?" if near else "the list is closed; take the nearest"
            raise self.fail(key, f"{value!r} is none of {', '.join(names)}", hint)
        return kind(value)

    def has(self, key: str) -> bool:
        """Whether a key is there."""
        self._known.append(key)
        return key in self._left

    def table(self, key: str, read: Callable[[_Table], T]) -> T:
        """Take a table."""
        value = self._take(key)
        return self._read(key, {} if value is None else value, read)

    def tables(self, key: str, read: Callable[[_Table], T]) -> tuple[T, ...]:
        """Take a list of tables, empty when missing."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.fail(key, f"expected a list of tables, found {value!r}", f"write [[{key}]]")
        return tuple(
            self._read(f"{key}[{i}]", item, read) for i, item in enumerate(cast("list[object]", value))
        )

    def _read(self, key: str, value: object, read: Callable[[_Table], T]) -> T:
        if not isinstance(value, dict):
            hint = "write its name in brackets on a line of its own, and its keys below"
            raise self.fail(key, f"expected a table, found {value!r}", hint)
        table = _Table(self._name, f"{self._path}{key}.", cast("dict[str, Any]", value))
        result = read(table)
        table.finish()
        return result


def _framework(table: _Table) -> Framework:
    return Framework(
        id=table.id("id"),
        title=table.text("title"),
        inspectorate=table.text("inspectorate"),
        dates=table.dates(),
        subjects=table.texts("subjects"),
        provisions=table.tables("legal_basis", _provision),
        phrases=table.table("phrases", _facts),
        sections=_sections(table),
        obligations=table.tables("obligation", _obligation),
        boilerplate=table.phrases("boilerplate"),
        closing=table.phrases("closing"),
        signed_by=table.texts("signed_by"),
        names_inspectors=table.flag("names_inspectors"),
    )


def _facts(table: _Table) -> Mapping[str, tuple[Phrase, ...]]:
    shared = shared_wording().phrases
    return {fact: (*shared.get(fact, ()), *table.phrases(fact, gaps)) for fact, gaps in FACTS.items()}


def _provision(table: _Table) -> Provision:
    printed = table.texts("printed")
    act, section, identifier = table.text("act"), table.optional_text("section"), table.text("identifier")
    if not printed:
        raise table.fail("printed", "missing: how letters name the provision", f'add printed = ["{act}"]')
    try:
        basis = LegalBasis(act=act, section=section, identifier=identifier)
    except (InvalidValueError, InvalidTypeError) as error:
        raise table.fail("identifier", str(error), "take it from the provision's address there") from error
    return Provision(basis=basis, dates=table.dates(), printed=printed)


def _sections(table: _Table) -> tuple[Section, ...]:
    sections = table.tables("section", _section)
    seen: set[Category] = set()
    for index, section in enumerate(sections):
        if section.category in seen:
            hint = "put the headings of both into one"
            raise table.fail(f"section[{index}].category", f"a second section for {section.category}", hint)
        seen.add(section.category)
    return sections


def _section(table: _Table) -> Section:
    section = Section(
        category=table.member("category", Category, list(Category)),
        headings=table.texts("headings"),
        lead_ins=table.phrases("lead_ins"),
        terms=table.texts("terms"),
        none=table.phrases("none"),
        carried_over=table.phrases("carried_over"),
        meanings=table.tables("meaning", lambda t: Meaning(text=t.text("text"), dates=t.dates())),
    )
    for index, heading in enumerate(section.headings):
        if not heading[0].isalpha():
            hint = "leave out a number or a bullet before it"
            raise table.fail(f"headings[{index}]", f"{heading!r} does not start with a letter", hint)
    if not (section.headings or section.lead_ins):
        raise table.fail("headings", "a section needs a heading or a lead-in", 'add headings = ["…"]')
    return section


def _obligation(table: _Table) -> ObligationRule:
    category = table.member("category", Category, list(Category))
    unit = table.member("due", DueUnit, list(DueUnit)) if table.has("due") else None
    phrases = table.phrases("phrases", _OBLIGATION_GAPS)
    needed = {DueUnit.DATE: "date", DueUnit.NEXT_INSPECTION: "", None: ""}.get(unit, "count")
    for index, phrase in enumerate(phrases):
        if needed and needed not in phrase.gaps:
            hint = "put it where the letter prints the time, or leave out the key due"
            raise table.fail(f"phrases[{index}]", f"due in {unit} needs the gap {{{needed}}}", hint)
    if not phrases:
        raise table.fail("phrases", "missing: how letters announce the obligation", 'add phrases = ["…"]')
    return ObligationRule(category=category, to=table.optional_text("to"), phrases=phrases, unit=unit)

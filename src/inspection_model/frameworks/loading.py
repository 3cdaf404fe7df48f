"""From a framework's file to a `Framework`."""

from __future__ import annotations

import datetime
import functools
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, get_type_hints

import attrs

from inspection_model.errors import FrameworkError, InvalidTypeError, InvalidValueError
from inspection_model.frameworks import scales
from inspection_model.frameworks.fact import Fact, FactType, Slot
from inspection_model.frameworks.framework import (
    Dates,
    Framework,
    Provision,
)
from inspection_model.frameworks.lexicon import TITLE, shared_facts
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.frameworks.parsing import fault_at, parse_file, parse_texts, unknown_key
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.sections import sections_of
from inspection_model.frameworks.tables import (
    DatedTable,
    FactTable,
    FrameworkFile,
    LegalBasisTable,
    ObligationTable,
)
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.inspection import FRAMEWORK_ID, Inspection
from inspection_model.model.inspectorate import Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.model.previous_inspection import PreviousInspection
from inspection_model.model.visit import Visit
from inspection_model.regular_file import read_regular_file
from inspection_model.vocabulary import DueUnit, PublicationForm

__all__ = ["find_framework", "load_framework", "parse_framework", "shipped_frameworks"]

# A thousand times the size of a framework of the package.
_MAX_BYTES = 10_000_000
_NAME = re.compile("[a-z_]+")
_SLOTS = re.compile(r"\{[a-z_]*\}")

# The type of the inspection's field for each type of fact.
_TYPES: dict[FactType, object] = {
    FactType.TEXT: str | None,
    FactType.NAME: str | None,
    FactType.DAYS: Visit | None,
    FactType.PEOPLE: tuple[Person, ...],
    FactType.INSPECTORATES: tuple[Inspectorate, ...],
    FactType.PREVIOUS: PreviousInspection | None,
    FactType.PROVISION: LegalBasis | None,
    FactType.COUNTS: tuple[Declaration, ...],
    FactType.SOURCES: tuple[EvidenceSource, ...],
}
# The keys whose values a framework takes as they are.
_COPIED = (
    "id", "title", "inspectorate", "form", "subjects", "mentions", "signed_by", "names_inspectors",
    "grade_header", "above_title", "partnerships", "outcome_headings", "aside_headings", "closing_headings",
    "team_headings", "body_headings", "asides",
)  # fmt: skip
# The slots of obligations, which have a grammar: a fact has the name of its slot.
_RESERVED = ("count", "date")


def load_framework(path: str | Path) -> Framework:
    """Load a custom framework from a TOML file.

    The documentation lists every key; the package's own files are examples.

    Args:
        path: The file, in UTF-8.

    Raises:
        FrameworkError: If the file cannot be read, is not TOML, or a key is unknown, missing or of
            the wrong type; the reason names the key.
        InvalidTypeError: If the path is not one.
    """
    try:
        path = Path(path)
    except TypeError as error:
        raise InvalidTypeError("load_framework(path)", "a path", type(path).__name__) from error
    try:
        data = read_regular_file(path, most=_MAX_BYTES)
        toml = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8").read()
    except (OSError, ValueError) as error:
        hint = "name a TOML file in UTF-8"
        raise FrameworkError(str(path), f"cannot be read: {error}", hint) from error
    return parse_framework(toml, name=str(path))


def parse_framework(toml: str, *, name: str) -> Framework:
    """Make a framework from TOML text.

    Args:
        toml: The text.
        name: The name of the file for error messages.

    Raises:
        FrameworkError: As `load_framework()`.
    """
    return _Loader(name).framework(parse_file(toml, name=name))


@functools.cache
def shipped_frameworks() -> tuple[Framework, ...]:
    """Return the frameworks that the package ships, oldest first."""
    from importlib.resources import files

    folder = files("inspection_model.frameworks").joinpath("data")
    found = [
        parse_framework(file.read_text(encoding="utf-8"), name=file.name)
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda f: (f.dates.since or datetime.date.min, f.id)))


def find_framework(name: str | None, frameworks: Iterable[Framework] | None = None) -> Framework | None:
    """Return the framework with an id, or ``None``.

    Args:
        name: The id, such as the one of an inspection.
        frameworks: The known frameworks; those of the package if omitted.
    """
    known = shipped_frameworks() if frameworks is None else frameworks
    return next((framework for framework in known if framework.id == name), None)


class _Loader:
    """Makes the framework of one file; every fault is raised with the file's name and the key."""

    def __init__(self, name: str) -> None:
        self._name = name

    def framework(self, file: FrameworkFile) -> Framework:
        if not re.fullmatch(FRAMEWORK_ID, file.id):
            hint = "lower-case words and digits joined by hyphens, such as ofsted-ucra"
            self._fail("id", f"{file.id!r} is not a valid id", hint)
        return Framework(
            **{name: getattr(file, name) for name in _COPIED},
            dates=self._dates("", file),
            provisions=tuple(self._provision(i, table) for i, table in enumerate(file.legal_basis)),
            facts=self._facts(file),
            sections=sections_of(file, self._dates, self._phrases, self._fail),
            obligations=tuple(self._obligation(i, table) for i, table in enumerate(file.obligation)),
            boilerplate=self._phrases("boilerplate", file.boilerplate),
            closing=self._phrases("closing", file.closing),
            grades=scales.grades_of(file.grade, self._fail),
            areas=scales.areas_of(file.area, self._dates, self._fail),
            judgement_sentences=scales.judgement_sentences_of(
                file.judgement_sentences, self._phrases, self._fail
            ),
            joint_inspectorates=scales.inspectorates_of(file.joint_inspectorate),
            bodies=scales.bodies_of(file.body, self._fail),
            written=scales.written_words(file),
        )

    def _fail(self, key: str, reason: str, hint: str) -> NoReturn:
        raise fault_at(self._name, key, reason, hint)

    def _dates(self, path: str, table: DatedTable) -> Dates:
        if table.since and table.until and table.until < table.since:
            hint = "correct one of them, or omit it for an open end"
            self._fail(f"{path}until", f"{table.until} is before since = {table.since}", hint)
        return Dates(since=table.since, until=table.until)

    def _phrases(
        self, key: str, texts: Iterable[str], slots: Iterable[str] = (), *, may_begin_with_slot: bool = False
    ) -> tuple[Phrase, ...]:
        """Make phrases with no other slots than those named."""
        phrases = tuple(map(Phrase, texts))
        for index, phrase in enumerate(phrases):
            where = f"{key}[{index}]"
            if unknown := {*phrase.slots} - {*slots, ""}:
                known = ", ".join(f"{{{slot}}}" for slot in sorted(slots)) or "none"
                self._fail(where, f"unknown slot {{{min(unknown)}}}", f"the slots here are: {known}")
            if "{" in _SLOTS.sub("", phrase.text) or "}" in _SLOTS.sub("", phrase.text):
                hint = "a slot is a name in lower case between braces"
                self._fail(where, f"{phrase.text!r} has an unmatched brace", hint)
            if phrase.text.startswith("{") and not may_begin_with_slot:
                hint = "begin with the words that precede the slot in every letter"
                self._fail(where, "a phrase starts with words, not with a slot", hint)
        return phrases

    def _facts(self, file: FrameworkFile) -> tuple[Fact, ...]:
        """Add the file's phrases to the shared facts, and the facts of the file itself."""
        shared = shared_facts()
        names = [fact.name for fact in shared]
        for name in file.phrases:
            if name not in names:
                raise unknown_key(self._name, "phrases.", name, names)
        given: dict[str, tuple[Phrase, ...]] = {}
        for fact in shared:
            key = f"phrases.{fact.name}"
            texts = parse_texts(file.phrases.get(fact.name, []), name=self._name, key=key)
            # The title of a report may begin with the name of the authority.
            is_title = fact.name == TITLE and file.form is PublicationForm.REPORT
            given[fact.name] = self._phrases(key, texts, fact.slots, may_begin_with_slot=is_title)
        facts = [attrs.evolve(fact, phrases=(*fact.phrases, *given[fact.name])) for fact in shared]
        for index, table in enumerate(file.fact):
            facts.append(self._fact(index, table, {fact.name for fact in facts}))
        return tuple(facts)

    def _fact(self, index: int, table: FactTable, taken: set[str]) -> Fact:
        where = f"fact[{index}]"
        if table.name in taken:
            hint = f"add the phrases to [phrases], key {table.name}, or choose another name"
            self._fail(f"{where}.name", f"{table.name!r} is the name of another fact", hint)
        if not _NAME.fullmatch(table.name) or table.name in _RESERVED:
            hint = f"use lower-case letters and underscores; reserved are {', '.join(_RESERVED)}"
            self._fail(f"{where}.name", f"{table.name!r} is not a name for a fact", hint)
        if table.type not in _TYPES:
            hint = "add the phrases to [phrases], key interviews, looked_at or published"
            self._fail(f"{where}.type", f"only shared facts have the type {table.type}", hint)
        types = get_type_hints(Inspection)
        del types["framework"]  # it is not a fact: the reader sets it
        fields = [f"/{name}" for name, kind in types.items() if kind == _TYPES[table.type]]
        if table.to not in fields:
            hint = f"choose one of {', '.join(fields)}"
            self._fail(f"{where}.to", f"{table.to!r} is not a field for a fact of type {table.type}", hint)
        return Fact(
            name=table.name,
            slots={table.name: Slot(type=table.type, to=table.to)},
            phrases=self._phrases(f"{where}.phrases", table.phrases, [table.name]),
            in_closing=table.in_closing,
            repeats=table.repeats,
        )

    def _provision(self, index: int, table: LegalBasisTable) -> Provision:
        where = f"legal_basis[{index}]."
        try:
            basis = LegalBasis(act=table.act, section=table.section, identifier=table.identifier)
        except (InvalidValueError, InvalidTypeError) as error:
            self._fail(f"{where}identifier", str(error), "copy it from the address of the provision there")
        return Provision(basis=basis, dates=self._dates(where, table), printed=table.printed)

    def _obligation(self, index: int, table: ObligationTable) -> ObligationRule:
        where = f"obligation[{index}].phrases"
        phrases = self._phrases(where, table.phrases, ["count", "date"])
        needed = {DueUnit.DATE: "date", DueUnit.NEXT_INSPECTION: "", None: ""}.get(table.due, "count")
        for place, phrase in enumerate(phrases):
            if needed and needed not in phrase.slots:
                hint = "put it where the letter prints the time, or omit the key due"
                self._fail(f"{where}[{place}]", f"due in {table.due} needs the slot {{{needed}}}", hint)
        return ObligationRule(category=table.category, to=table.to, phrases=phrases, unit=table.due)

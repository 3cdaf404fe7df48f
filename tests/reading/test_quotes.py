"""Every text of a record that the letter states has a passage: its quote is the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from reading_samples import SAMPLES, focused_letter, reading_of, ucra_letter

from inspection_model.frameworks import shipped_frameworks
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter
from inspection_model.reading.layout.folded_text import DROPPED
from inspection_model.strategies import LetterText, letter_texts
from inspection_model.vocabulary import DeclarationState

_EXAMPLES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted(Path(__file__).parents[2].joinpath("examples").glob("*.txt"))
}
assert _EXAMPLES, "the examples are missing"

_LETTERS = {**SAMPLES, **_EXAMPLES, "focused-visit": focused_letter(), "ucra": ucra_letter()}

# Not stated by words of the letter: what the framework or a register gives, and what is derived from
# the words of its record.
_DERIVED = re.compile(
    r"/(?:framework|legal_basis/.*|.*/identifiers/.*|.*/participants/.*|.*/references/.*"
    r"|obligations/[0-9]+/to|earlier_inspections/[0-9]+/framework|inspectorates/[0-9]+/contacts/[0-9]+/label)"
)
# One passage for several records: a heading has that of the first finding below it, a post that of the
# first person who has it.
_SHARED = re.compile(r"/(?:findings/[0-9]+/heading|inspectors/[0-9]+/post)")
_NOT_WORDS = re.compile(f"[\\s{DROPPED}]+")


def _texts(value: object, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of a record with their pointers."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{pointer}/{index}")
    elif attrs.has(record := type(value)):
        for field in attrs.fields(record):
            yield from _texts(getattr(value, field.name), f"{pointer}/{field.name}")
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield pointer, value


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text)


def _not_quoted(reading: Reading) -> list[tuple[str, str]]:
    """Return the stated texts of a record that differ from their quotes, with their pointers."""
    frameworks = shipped_frameworks()
    inspectorates = {framework.inspectorate for framework in frameworks}
    inspectorates |= {each.name for framework in frameworks for each in framework.joint_inspectorates}
    quoted: set[tuple[str, str]] = set()  # the shared texts, by the name of their field
    missing: list[tuple[str, str]] = []
    for pointer, text in _texts(reading.inspection):
        if _DERIVED.fullmatch(pointer):
            continue
        quote = reading.quote(pointer)
        if not quote and (pointer.startswith("/inspectorates/") and text in inspectorates):
            continue
        shared = (pointer.rpartition("/")[2], text)
        if not quote and _SHARED.fullmatch(pointer) and shared in quoted:
            continue
        quoted.add(shared)
        if _words(text) != _words(quote):
            missing.append((pointer, text))
    return missing


@pytest.mark.parametrize("name", _LETTERS)
def test_every_text_that_a_letter_states_is_quoted(name: str) -> None:
    reading = reading_of(_LETTERS[name])
    assert len(list(_texts(reading.inspection))) > 10
    assert _not_quoted(reading) == []


def test_a_text_without_a_passage_is_noticed() -> None:
    reading = reading_of(_LETTERS["focused-visit"])
    finding = attrs.evolve(reading.inspection.findings[0], text="Another thing was seen.")
    changed = attrs.evolve(reading, inspection=attrs.evolve(reading.inspection, findings=[finding]))
    assert _not_quoted(changed) == [("/findings/0/text", "Another thing was seen.")]


@given(letter=letter_texts())
def test_every_text_of_a_generated_letter_is_quoted(letter: LetterText) -> None:
    assert _not_quoted(read_letter(letter.text)) == []


def test_the_name_of_an_authority_that_only_the_subject_has_is_quoted() -> None:
    text = "Dear Ida\n\nFocused visit to the Isle of Otter children's services\n\nFindings\n\n- One.\n"
    reading = reading_of(text)
    assert reading.inspection.authority is not None
    assert reading.inspection.authority.name == "Isle of Otter"
    assert reading.quote("/authority/name") == "Isle of Otter"
    assert reading.inspection.publication is not None
    assert " ".join(reading.quote("/publication/title").split()) == reading.inspection.publication.title


def test_a_finding_that_is_also_a_declaration_keeps_its_passage() -> None:
    body = "Findings\n\nStaff are good.\n\nThere are no areas for priority action\n"
    text = f"Dear Ida\n\nFocused visit to the Isle of Otter children's services\n\n{body}"
    reading = reading_of(text)
    assert reading.quote("/findings/1/text") == "There are no areas for priority action"
    assert [declaration.state for declaration in reading.inspection.declared] == [DeclarationState.NONE]

"""The published PDFs: each gives the record of its text, and every labelled field is correct."""

from __future__ import annotations

import functools
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter_file
from inspection_model.vocabulary import RemarkCode

SHARED = Path(__file__).parents[2].parent / "shared"
LETTERS = SHARED / "letters" / "focused-visits"
PDFS = sorted(LETTERS.glob("*.pdf"))
LABELS = sorted((SHARED / "letters" / "labels").glob("*.json"))


@pytest.fixture(autouse=True)
def _needs_the_letters() -> None:
    if not LETTERS.is_dir():
        pytest.skip("the real letters are missing: ../shared/letters, beside the checkout")


@functools.cache
def reading(path: Path) -> Reading:
    return read_letter_file(path)


def codes(letter: Reading) -> set[RemarkCode]:
    """Return the codes of the remarks of a reading."""
    return {remark.code for remark in letter.remarks}


def differing(one: Inspection, other: Inspection) -> list[str]:
    """Return the names of the fields in which two records differ."""
    names = [field.name for field in attrs.fields(Inspection)]
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def test_the_folders_of_real_letters_are_not_empty() -> None:
    assert len(PDFS) == 48
    assert len(LABELS) == 15


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_passages_of_every_pdf_cover_its_text_and_are_understood(path: Path) -> None:
    letter = reading(path)
    assert letter.inspection.framework == "ofsted-focused-visit"
    assert "".join(letter.source[p.start : p.end] for p in letter.passages) == letter.source
    assert letter.coverage >= 0.97
    assert letter.page_of(len(letter.source)) > 1


def test_the_pdfs_give_the_records_of_their_texts() -> None:
    """In at most two letters the extractions differ in the place of a heading or of the start of a paragraph.

    In three, a part of an address cannot be seen on the page: a remark says so.
    """
    differences = {
        path.stem: differing(reading(path).inspection, reading(path.with_suffix(".txt")).inspection)
        for path in PDFS
    }
    assert len(differences) == 48
    different = {name: fields for name, fields in differences.items() if fields}
    hidden = [path.stem for path in PDFS if RemarkCode.HIDDEN_TEXT in codes(reading(path))]
    assert len(hidden) == 3
    assert [different.pop(name) for name in hidden] == [["publication"]] * 3
    assert len(different) <= 2, different


@functools.cache
def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_letters", SHARED / "score_letters.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("label_path", LABELS, ids=lambda path: path.stem)
def test_every_labelled_field_of_a_pdf_is_right(label_path: Path) -> None:
    label = json.loads(label_path.read_text(encoding="utf-8"))
    inspection = reading(LETTERS / f"{label_path.stem}.pdf").inspection
    rows = list(_score().expected_and_found(label, inspection))
    assert len(rows) > 15
    assert [row for row in rows if not row[3]] == []

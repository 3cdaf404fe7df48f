"""Errors report what is wrong, where, and a fix; they inherit from built-in errors and can be pickled."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from inspection_model import errors
from inspection_model.errors import (
    DocumentError,
    Fault,
    FrameworkError,
    InspectionModelError,
    InvalidTypeError,
    InvalidValueError,
    LetterFileError,
    LetterFormatError,
    MissingExtraError,
    SchemaVersionError,
    WorkerError,
)

FAULT = Fault(pointer="/findings/0/text", expected="a text", found="null", hint="write the words")
OTHER = Fault(pointer="", expected="an object", found="an array")

# Each error with its message and its attributes.
ERRORS: tuple[tuple[InspectionModelError, str, dict[str, object]], ...] = (
    (
        InvalidValueError("Finding.text", "a text", "''", "leave it out"),
        "Finding.text: expected a text, found ''; leave it out",
        {"where": "Finding.text", "expected": "a text", "found": "''", "hint": "leave it out"},
    ),
    (
        InvalidTypeError("Finding.text", "a text", "int 1"),
        "Finding.text: expected a text, found int 1",
        {"where": "Finding.text", "expected": "a text", "found": "int 1", "hint": None},
    ),
    (
        DocumentError((FAULT,)),
        "/findings/0/text: expected a text, found null; write the words",
        {"faults": (FAULT,), "source": None},
    ),
    (
        DocumentError((FAULT, OTHER), "records.jsonl:3"),
        "records.jsonl:3: 2 faults:\n"
        "  /findings/0/text: expected a text, found null; write the words\n"
        "  (document): expected an object, found an array",
        {"faults": (FAULT, OTHER), "source": "records.jsonl:3"},
    ),
    (
        SchemaVersionError((OTHER,), "new.json"),
        "new.json: (document): expected an object, found an array",
        {"faults": (OTHER,), "source": "new.json"},
    ),
    (
        LetterFileError("letter.txt", "there is no such file", "look for it"),
        "letter.txt: there is no such file; look for it",
        {"path": "letter.txt", "reason": "there is no such file", "hint": "look for it"},
    ),
    (
        LetterFileError("letter.txt", "there is no such file"),
        "letter.txt: there is no such file",
        {"path": "letter.txt", "reason": "there is no such file", "hint": None},
    ),
    (
        LetterFormatError("letter.pdf", "the PDF is encrypted", "remove the password"),
        "letter.pdf: the PDF is encrypted; remove the password",
        {"path": "letter.pdf", "reason": "the PDF is encrypted", "hint": "remove the password"},
    ),
    (
        FrameworkError("mine.toml", "title: missing"),
        "mine.toml: title: missing",
        {"path": "mine.toml", "reason": "title: missing", "hint": None},
    ),
    (
        MissingExtraError("reading a PDF", "pdf"),
        "reading a PDF needs an optional dependency; install it with: pip install 'inspection-model[pdf]'",
        {"wanted": "reading a PDF", "extra": "pdf"},
    ),
    (
        WorkerError("no process can be started", "use one"),
        "no process can be started; use one",
        {"reason": "no process can be started", "hint": "use one"},
    ),
)
EACH = pytest.mark.parametrize(
    ("error", "message", "kept"), ERRORS, ids=[f"{type(e).__name__}{i}" for i, (e, *_) in enumerate(ERRORS)]
)


def test_every_error_class_is_looked_at() -> None:
    classes = {getattr(errors, name) for name in errors.__all__} - {Fault, InspectionModelError}
    assert {type(error) for error, _, _ in ERRORS} == classes


@EACH
def test_an_error_says_what_where_and_what_to_try(
    error: InspectionModelError, message: str, kept: dict[str, object]
) -> None:
    assert str(error) == message


@EACH
def test_an_error_keeps_its_fields(
    error: InspectionModelError, message: str, kept: dict[str, object]
) -> None:
    assert {name: getattr(error, name) for name in kept} == kept


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@EACH
def test_an_error_pickles_and_copies_with_its_fields(
    error: InspectionModelError, message: str, kept: dict[str, object], protocol: int
) -> None:
    for again in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == message
        assert {name: getattr(again, name) for name in kept} == kept


@pytest.mark.parametrize(
    ("kind", "built_in"),
    [
        (InvalidValueError, ValueError),
        (InvalidTypeError, TypeError),
        (DocumentError, ValueError),
        (SchemaVersionError, DocumentError),
        (LetterFileError, OSError),
        (LetterFormatError, ValueError),
        (FrameworkError, ValueError),
        (MissingExtraError, ImportError),
        (WorkerError, RuntimeError),
    ],
)
def test_an_error_is_ours_and_the_built_in_that_fits(
    kind: type[Exception], built_in: type[Exception]
) -> None:
    assert issubclass(kind, InspectionModelError)
    assert issubclass(kind, built_in)


@EACH
def test_an_error_can_be_raised_and_caught_by_its_root(
    error: InspectionModelError, message: str, kept: dict[str, object]
) -> None:
    with pytest.raises(InspectionModelError) as caught:
        raise error
    assert caught.value is error


def test_an_error_of_a_file_can_be_chained_to_that_of_the_system() -> None:
    system = FileNotFoundError(2, "No such file or directory")
    with pytest.raises(LetterFileError) as caught:
        raise LetterFileError("letter.txt", "there is no such file") from system
    assert caught.value.__cause__ is system


def test_the_message_of_a_document_with_many_faults_is_bounded() -> None:
    faults = tuple(Fault(pointer=f"/scope/{index}", expected="a text", found="null") for index in range(22))
    error = DocumentError(faults)
    first, *lines, last = str(error).split("\n")
    assert first == "22 faults:"
    assert lines == [f"  {fault}" for fault in faults[:20]]
    assert last == "  and 2 more; the attribute faults has all"
    assert error.faults == faults
    assert str(DocumentError(faults[:20])).split("\n")[-1] == f"  {faults[19]}"


def test_a_long_pointer_is_shortened_in_a_message_only() -> None:
    kept = Fault(pointer=f"/{'x' * 199}", expected="a text", found="null")
    cut = Fault(pointer=f"/{'x' * 200}", expected="a text", found="null")
    assert str(kept) == f"/{'x' * 199}: expected a text, found null"
    assert str(cut) == f"/{'x' * 198}…: expected a text, found null"
    assert len(cut.pointer) == 201


def test_a_fault_is_a_value() -> None:
    assert attrs.evolve(OTHER, hint=None) == OTHER
    assert hash(attrs.evolve(OTHER)) == hash(OTHER)
    assert eval(repr(FAULT), {"Fault": Fault}) == FAULT
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FAULT.pointer = "/"  # type: ignore[misc]  # the attempt is the test

"""Records that are built without their validators equal those that are built with them."""

from __future__ import annotations

import attrs
import pytest
from model_samples import FINDING, READING

from inspection_model.model import Finding, Passage, Reading
from inspection_model.model.unvalidated import (
    draft_class,
    unvalidated_finding,
    unvalidated_passages,
    unvalidated_reading,
)
from inspection_model.vocabulary import Category


def test_a_draft_becomes_a_record_when_it_gets_the_records_class() -> None:
    draft = draft_class(Passage)()
    draft.start, draft.end, draft.role = 0, 1, "unread"
    assert not isinstance(draft, Passage)
    draft.__class__ = Passage
    assert draft == Passage(start=0, end=1, role="unread")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        draft.end = 2


def test_an_unvalidated_finding_equals_a_validated_one() -> None:
    expected = attrs.evolve(FINDING, responsible=())
    built = unvalidated_finding(
        category=expected.category,
        text=expected.text,
        area=expected.area,
        heading=expected.heading,
        number=expected.number,
        references=expected.references,
        parts=expected.parts,
    )
    assert built == expected
    assert type(built) is Finding


def test_an_unvalidated_finding_has_no_parts_by_default() -> None:
    built = unvalidated_finding(category=Category.STRENGTH, text="Good.")
    assert built == Finding(category=Category.STRENGTH, text="Good.")


def test_unvalidated_passages_equal_validated_ones() -> None:
    spans = ((p.start, p.end, p.role) for p in READING.passages)
    assert unvalidated_passages(spans) == READING.passages
    assert unvalidated_passages([]) == ()


def test_an_unvalidated_reading_equals_a_validated_one() -> None:
    built = unvalidated_reading(
        source=READING.source,
        inspection=READING.inspection,
        passages=READING.passages,
        remarks=READING.remarks,
    )
    assert built == READING
    assert type(built) is Reading


def test_no_validator_runs() -> None:
    finding = unvalidated_finding(category=Category.STRENGTH, text="", number=0)
    assert (finding.text, finding.number) == ("", 0)
    (passage,) = unvalidated_passages([(5, 4, "nothing")])
    assert passage.end == 4

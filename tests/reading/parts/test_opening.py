"""The opening: the salutation, the subject, and lists."""

from __future__ import annotations

import datetime

import pytest
from reading_samples import focused_letter, reading_of, unread_texts

from inspection_model.frameworks.fact import Fact, FactType, Slot
from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.phrase import Phrase
from inspection_model.reading import read_letter
from inspection_model.vocabulary import Category, EvidenceMethod


@pytest.mark.parametrize("printed", ["Dear Ms Fenwick", "Dear Ms Fenwick,", "Dear Ms Fox ,", "Dear Mr FOX,"])
def test_a_salutation_is_quoted_without_its_comma(printed: str) -> None:
    reading = reading_of(focused_letter().replace("Dear Ms Fenwick", printed))
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.salutation == printed.rstrip(" ,")
    assert reading.quote("/publication/salutation") == printed.rstrip(" ,")


def test_a_line_with_the_type_of_letter_may_precede_the_subject() -> None:
    subject = "Focused visit to Otterford children's services"
    text = focused_letter().replace(f"\n{subject}\n", f"\nInspection of the north\n\n{subject}\n")
    reading = reading_of(text)
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.title == subject
    assert reading.quote("/publication/title") == subject


@pytest.mark.parametrize(("above", "is_subject"), [(2, True), (3, False)])
def test_the_subject_is_one_of_the_first_three_paragraphs(above: int, is_subject: bool) -> None:
    subject = "Focused visit to Otterford children's services"
    before = "\n\n".join(f"Paragraph {n}." for n in range(above))
    reading = reading_of(focused_letter().replace(f"\n{subject}\n", f"\n{before}\n\n{subject}\n"))
    assert reading.inspection.publication is not None
    assert (reading.inspection.publication.title == subject) == is_subject


@pytest.mark.parametrize("between", ["\n", " ", ". "])
def test_the_opening_may_follow_the_subject_without_a_gap(between: str) -> None:
    subject = "Focused visit to Otterford children's services"
    text = focused_letter()
    reading = reading_of(text.replace(f"{subject}\n\n", f"{subject}{between}"))
    assert reading.quote("/publication/title") == subject + between.strip()
    assert reading.inspection.findings == reading_of(text).inspection.findings
    assert reading.inspection.visit == reading_of(text).inspection.visit
    assert unread_texts(reading) == []


def test_the_opening_begins_a_paragraph_on_whatever_line_it_begins() -> None:
    subject = "Focused visit to Otterford children's services"
    text = focused_letter()
    reading = reading_of(text.replace(f"{subject}\n\n", "Otterford OT1 visit to the\nfocused\nservices.\n"))
    assert reading.inspection.framework == "ofsted-focused-visit"
    assert reading.inspection.visit == reading_of(text).inspection.visit
    assert unread_texts(reading) == ["Otterford OT1 visit to the\nfocused\nservices."]


def test_only_the_first_subject_counts() -> None:
    subject = "Focused visit to Otterford children's services"
    text = focused_letter().replace(f"\n{subject}\n", f"\n{subject}\n\nFocused visit to Northmere\n")
    reading = reading_of(text)
    assert reading.quote("/publication/title") == subject


def test_a_list_is_evidence_if_the_sentence_before_it_says_so() -> None:
    before = "Inspectors considered the following evidence:\n\n- case records\n-\n- the log"
    reading = reading_of(focused_letter(before=before))
    assert [source.text for source in reading.inspection.evidence] == ["case records", "the log"]
    assert reading.inspection.evidence[0].method is EvidenceMethod.RECORDS
    assert reading.inspection.scope == ()
    assert reading.quote("/evidence/1/text") == "the log"


def test_a_list_after_any_other_sentence_is_the_scope() -> None:
    before = "It rained. Inspectors looked at:\n\n- the gate\n-\n- the door"
    reading = reading_of(focused_letter(before=before))
    assert reading.inspection.scope == ("the gate", "the door")
    assert reading.inspection.evidence == ()


def test_a_paragraph_after_a_list_ends_it() -> None:
    reading = reading_of(focused_letter(before="Inspectors looked at:\n\n- the gate\n\nMore.\n\n- the door"))
    assert reading.inspection.scope == ("the gate",)


def test_a_paragraph_without_text_is_furniture() -> None:
    """Its characters are not text: they are left out with a remark."""
    reading = reading_of("Dear Ida\n\nFocused visit to Otterford\n\n\x00\n\nFindings\n\n- a")
    assert [finding.text for finding in reading.inspection.findings] == ["a"]


@pytest.mark.parametrize(
    ("words", "days", "unread"),
    [
        ("We came on 5 May 2019.", (datetime.date(2019, 5, 5),), []),
        ("We came on foot.", None, ["We came on foot."]),
    ],
)
def test_a_fact_of_a_framework_may_have_any_name(
    words: str, days: tuple[datetime.date, ...] | None, unread: list[str]
) -> None:
    fact = Fact(
        name="arrival",
        slots={"day": Slot(type=FactType.DAYS, to="/visit")},
        phrases=(Phrase("we came on {day}"),),
    )
    framework = Framework(
        id="x",
        title="X",
        inspectorate="Y",
        subjects=("focused visit",),
        facts=(fact,),
        sections=(Section(category=Category.MAIN_FINDING, headings=("Findings",)),),
    )
    text = f"Dear Ida\n\nFocused visit to Otterford\n\n{words}\n\nFindings\n\n- One.\n"
    reading = read_letter(text, frameworks=[framework])
    visit = reading.inspection.visit
    assert (visit.days if visit else None) == days
    assert unread_texts(reading) == unread


@pytest.mark.parametrize(
    "listed",
    [
        "- Ann Reed, His Majesty\u2019s Inspector\n- Tom Birk, Ofsted Inspector",
        "- Ann Reed, His Majesty\u2019s Inspector.\n- Tom Birk, Ofsted Inspector.",
        "Ann Reed        His Majesty\u2019s Inspector\nTom Birk        Ofsted Inspector",
        "Name        Role\nAnn Reed    His Majesty\u2019s Inspector\nTom Birk    Ofsted Inspector",
        "Ann Reed, His Majesty\u2019s Inspector\n\nTom Birk, Ofsted Inspector",
    ],
)
def test_inspectors_may_be_listed_below_their_sentence(listed: str) -> None:
    reading = reading_of(
        focused_letter(before=f"The inspectors were:\n\n{listed}\n\nInspectors looked at the quay.")
    )
    inspectors = reading.inspection.inspectors
    assert [(person.name, person.post) for person in inspectors] == [
        ("Ann Reed", "His Majesty\u2019s Inspector"),
        ("Tom Birk", "Ofsted Inspector"),
    ]
    assert [reading.quote(f"/inspectors/{index}/name") for index in range(2)] == ["Ann Reed", "Tom Birk"]
    assert reading.inspection.scope == ("the quay",)
    assert unread_texts(reading) == []


@pytest.mark.parametrize(
    ("opens", "item"),
    [
        ("The inspectors were:", "the quay is wet"),
        ("The inspectors were:", ""),
        ("The teams of the quay:", "Ann Reed"),
        ("The places were:", "Ann Reed"),
        ("The inspectors were", "Ann Reed"),
    ],
)
def test_other_items_are_no_inspectors(opens: str, item: str) -> None:
    reading = reading_of(focused_letter(before=f"{opens}\n\n- {item}\n- Tom Birk said so"))
    assert reading.inspection.inspectors == ()
    assert reading.inspection.scope == ()

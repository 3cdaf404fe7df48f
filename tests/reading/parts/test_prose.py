"""The facts in sentences of the opening and the closing, and the sentences that are unread."""

from __future__ import annotations

import datetime

import attrs
import pytest
from reading_samples import focused_letter, inspection_of, reading_of, ucra_letter, unread_texts

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.inspection import Inspection
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.reading import read_letter
from inspection_model.vocabulary import (
    Category,
    DeclarationState,
    DueUnit,
    RemarkCode,
)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("visit to Otterford on 5 May 2019.", "Otterford"),
        ("visit to Otterford City Council children\u2019s services on 5 May 2019.", "Otterford City Council"),
        ("visit to the Royal Borough of Otter on 5 May 2019.", "Royal Borough of Otter"),
        ("visit to Otterford local authority children\u2019s services on 5 May 2019.", "Otterford"),
        ("visit to Otterford\u2019s children\u2019s services on 5 May 2019.", "Otterford"),
        ("visit to children\u2019s services in Otterford on 5 May 2019.", "Otterford"),
        ("visit to Otterford children\u2019s services, on 5 May 2019.", "Otterford"),
        ("visit to the Rivers\u2019 children\u2019s services on 5 May 2019.", "Rivers"),
        ("visit to Otterford children and young people\u2019s services on 5 May 2019.", "Otterford"),
        ("visit to Otterford children\u2019s social care 5 May 2019.", "Otterford"),
        ("visit to Otterford Children\u2019s Trust on 5 May 2019.", "Otterford"),
    ],
)
def test_the_opening_names_the_authority(opening: str, name: str) -> None:
    text = f"Dear Ida\n\nThis letter summarises the findings of a focused {opening}\n\nFindings\n\n- One.\n"
    inspection = inspection_of(text)
    assert inspection.authority is not None
    assert inspection.authority.name == name
    assert inspection.visit is not None
    assert inspection.visit.days == (datetime.date(2019, 5, 5),)


@pytest.mark.parametrize("name", ["the", "\u2019s", "\u2019", "the \u2019"])
def test_an_article_or_a_possessive_alone_is_not_an_authority(name: str) -> None:
    text = (
        f"Dear Ida\n\nThis letter is about a focused visit to {name} on 5 May 2019.\n\nFindings\n\n- One.\n"
    )
    reading = reading_of(text)
    assert reading.inspection.authority is None
    assert RemarkCode.AUTHORITY_MISSING in {remark.code for remark in reading.remarks}


def test_without_an_opening_the_subject_names_the_authority() -> None:
    text = "Dear Ida\n\nFocused visit to the Isle of Otter children's services\n\nFindings\n\n- One.\n"
    inspection = inspection_of(text)
    assert inspection.authority is not None
    assert inspection.authority.name == "Isle of Otter"
    assert inspection.visit is None


def test_a_subject_without_a_name_gives_no_authority() -> None:
    assert inspection_of("Dear Ida\n\nA focused visit of some kind\n\nFindings\n\n- One.\n").authority is None


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ("on 31 June 2019.", RemarkCode.DATE_IMPOSSIBLE),
        ("on 6 and 5 June 2019.", RemarkCode.DATE_IMPOSSIBLE),
        ("on 5 and 6 June.", RemarkCode.DATE_INCOMPLETE),
    ],
)
def test_a_misprinted_visit_keeps_its_words_and_has_no_days(days: str, code: RemarkCode) -> None:
    text = focused_letter(opening=days)
    reading = reading_of(text)
    visit = reading.inspection.visit
    assert visit is not None
    assert visit.days == ()
    assert visit.as_printed == days[3:-1]
    (remark,) = [remark for remark in reading.remarks if remark.code is code]
    assert text[remark.start : remark.end] == visit.as_printed
    assert remark.pointer == "/visit/as_printed"


def test_only_the_first_authority_and_the_first_visit_count() -> None:
    more = (
        "This letter gives the findings of the inspection of Northmere. "
        "This letter gives the findings of an inspection; the days of the visit: 7 May 2019."
    )
    reading = reading_of(focused_letter(before=more))
    assert reading.quote("/authority/name") == "Otterford"
    assert reading.quote("/visit/as_printed") == "5 and 6 February 2019"
    assert reading.inspection.visit is not None
    assert reading.inspection.visit.as_printed == "5 and 6 February 2019"


def test_the_visit_and_the_authority_may_be_in_different_sentences() -> None:
    days, name = "The visit took place on 5 May 2019.", "It was a visit to Northmere children's services."
    for sentences in (f"{days} {name}", f"{name} {days}"):
        text = f"Dear Ida\n\nFocused visit to Otterford\n\n{sentences}\n\nFindings\n\n- One.\n"
        inspection = inspection_of(text)
        assert inspection.visit is not None
        assert inspection.visit.as_printed == "5 May 2019"
        assert inspection.authority is not None
        assert inspection.authority.name == "Northmere"


def test_a_letter_of_a_framework_without_facts_is_read() -> None:
    """Its subject, its head and its signatures need no phrases."""
    bare = Framework(id="bare", title="Bare", inspectorate="Nobody", subjects=("focused visit",))
    text = focused_letter(before="They looked at the files and met with staff.")
    inspection = read_letter(text, frameworks=[bare]).inspection
    assert inspection.framework == "bare"
    assert inspection.authority is None
    assert inspection.publication is not None
    assert len(inspection.publication.recipients) == 1
    interviews = next(fact for fact in shared_facts() if fact.name == "interviews")
    met = attrs.evolve(interviews, phrases=(Phrase("met with {people}"),))
    meeting = Framework(
        id="meeting", title="Meeting", inspectorate="Nobody", subjects=("focused visit",), facts=(met,)
    )
    (source,) = read_letter(text, frameworks=[meeting]).inspection.evidence
    assert source.text == "staff"


def test_a_statement_that_there_are_no_findings_has_all_words_of_its_phrase() -> None:
    section = Section(category=Category.PRIORITY_ACTION, none=(Phrase("there were no {} for concern"),))
    framework = Framework(
        id="x", title="X", inspectorate="Y", subjects=("focused visit",), sections=(section,)
    )
    for words, count in (("There were no reasons for concern.", 1), ("There were no trains.", 0)):
        text = f"Dear Ida\n\nFocused visit to Otterford\n\n{words}\n"
        assert len(read_letter(text, frameworks=[framework]).inspection.declared) == count


def test_a_visit_without_a_date_is_missing() -> None:
    reading = reading_of(focused_letter(opening="last week."))
    assert reading.inspection.visit is None
    assert RemarkCode.VISIT_MISSING in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The inspectors were Ada Quill, HMI, and Bo Marsh, HMI.", ["Ada Quill", "Bo Marsh"]),
        (
            "Her Majesty\u2019s Inspectors for this visit were Ada Quill and Bo Marsh.",
            ["Ada Quill", "Bo Marsh"],
        ),
        (
            "The visit was carried out by Ada Quill, Bo Marsh, Cy Noon, Di Orme and Ed Pike.",
            ["Ada Quill", "Bo Marsh", "Cy Noon", "Di Orme", "Ed Pike"],
        ),
        ("The inspector was Ada Quill, Her Majesty\u2019s Inspector.", ["Ada Quill"]),
        ("The inspectors (HMI) for this focused visit were: Ada Quill; Bo Marsh.", ["Ada Quill", "Bo Marsh"]),
        ("The inspectors who came for the visit were Ada Quill and Bo Marsh.", ["Ada Quill", "Bo Marsh"]),
    ],
)
def test_the_inspectors_are_named_in_many_ways(sentence: str, names: list[str]) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert [person.name for person in reading.inspection.inspectors] == names
    for index, name in enumerate(names):
        assert reading.quote(f"/inspectors/{index}/name") == name


def test_inspectors_may_be_named_in_several_sentences_and_each_is_taken_once() -> None:
    opening = (
        "on 5 and 6 February 2019, carried out by Ada Quill and Bo Marsh. They were "
        "joined by Bo Marsh and Cy Noon. The inspectors were supported by Di Orme, HMI."
    )
    reading = reading_of(focused_letter(opening=opening))
    inspection = reading.inspection
    names = ["Ada Quill", "Bo Marsh", "Cy Noon", "Di Orme"]
    assert [person.name for person in inspection.inspectors] == names
    assert [reading.quote(f"/inspectors/{index}/name") for index in range(4)] == names
    assert unread_texts(reading) == []
    assert inspection.visit is not None
    assert len(inspection.visit.days) == 2


def test_the_rest_of_a_list_of_inspectors_is_unread_if_it_is_not_a_person() -> None:
    before = "The inspectors were Ada Quill, HMI, and the team of the north, who met Bo Marsh."
    reading = reading_of(focused_letter(before=before))
    assert [person.name for person in reading.inspection.inspectors] == ["Ada Quill"]
    assert unread_texts(reading) == ["and the team of the north, who met Bo Marsh"]
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.UNREAD]
    assert remark.start is not None
    assert reading.source[remark.start : remark.end].endswith("who met Bo Marsh")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The inspectors were\nAda Quill\nBo Marsh\nCy Noon", ["Ada Quill", "Bo Marsh", "Cy Noon"]),
        (
            "It rained. The inspectors were:\nAda Quill, HMI\nBo Marsh HMI (designate)",
            ["Ada Quill", "Bo Marsh"],
        ),
        # Lines that are not all people are the lines of a sentence.
        ("The inspectors were Ada\nQuill and Bo Marsh.", ["Ada Quill", "Bo Marsh"]),
        ("The inspectors were\nAda Quill, Bo\nMarsh and Cy Noon.", ["Ada Quill", "Bo Marsh", "Cy Noon"]),
    ],
)
def test_inspectors_may_be_listed_one_a_line(sentence: str, names: list[str]) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert [person.name for person in reading.inspection.inspectors] == names
    quoted = [reading.quote(f"/inspectors/{index}/name") for index, _ in enumerate(names)]
    assert [" ".join(name.split()) for name in quoted] == names


@pytest.mark.parametrize("verb", ["undertaken", "conducted", "completed", "led"])
def test_the_inspectors_may_be_those_of_an_inspection(verb: str) -> None:
    inspection = inspection_of(focused_letter(before=f"This inspection was {verb} by Ada Quill, HMI."))
    assert [person.name for person in inspection.inspectors] == ["Ada Quill"]


def test_the_mark_of_a_footnote_after_the_inspectors_is_not_unread() -> None:
    reading = reading_of(focused_letter(before="The inspectors were Ada Quill and Bo Marsh (2)."))
    assert [person.name for person in reading.inspection.inspectors] == ["Ada Quill", "Bo Marsh"]
    assert unread_texts(reading) == []


def test_a_list_of_inspectors_without_a_person_is_unread() -> None:
    sentence = "The inspectors were the best of the north."
    assert unread_texts(reading_of(focused_letter(before=sentence))) == [sentence]


def test_a_visit_after_such_a_list_is_read() -> None:
    text = (
        "Dear Ida\n\nFocused visit to Otterford\n\nThe visit was carried out "
        "by Ada Quill and others in this visit on 5 May 2019."
    )
    reading = reading_of(f"{text}\n\nFindings\n\n- One.\n")
    assert reading.inspection.visit is not None
    assert reading.quote("/visit/as_printed") == "5 May 2019"
    assert [person.name for person in reading.inspection.inspectors] == ["Ada Quill"]
    assert unread_texts(reading) == ["and others in this visit on"]


def test_a_post_that_inspectors_share_is_quoted_once() -> None:
    before = "The inspectors were Ada Quill and Bo Marsh, Her Majesty\u2019s Inspectors."
    reading = reading_of(focused_letter(before=before))
    assert {person.post for person in reading.inspection.inspectors} == {"Her Majesty\u2019s Inspectors"}
    assert reading.quote("/inspectors/0/post") == "Her Majesty\u2019s Inspectors"
    assert reading.quote("/inspectors/1/post") == ""


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        (
            "section 138 of the Education and Inspections Act 2006",
            LegalBasis(
                act="Education and Inspections Act 2006",
                section="138",
                identifier="ukpga/2006/40/section/138",
            ),
        ),
        (
            "s138 of the Education and Inspections Act 2006",
            LegalBasis(
                act="Education and Inspections Act 2006",
                section="138",
                identifier="ukpga/2006/40/section/138",
            ),
        ),
        ("section 12A of the Harbours Act 1999", LegalBasis(act="Harbours Act 1999", section="12A")),
        (
            "section 12 of the Isle of the Otter Act 1999",
            LegalBasis(act="Isle of the Otter Act 1999", section="12"),
        ),
        ("section 12 of the Harbours Bill", None),
        ("section 12 of the Harbours Act of old", None),
        ("rule 12 of the Harbours Act 1999", None),
        ("the Harbours Act 1999", None),
        ("an old custom", None),
    ],
)
def test_the_legal_basis_is_known_or_kept_in_its_words(words: str, basis: LegalBasis | None) -> None:
    reading = reading_of(ucra_letter(opening=f"The inspection was carried out under {words}."))
    assert reading.inspection.legal_basis == basis
    assert reading.quote("/legal_basis") == (words if basis else "")
    assert bool(unread_texts(reading)) == (basis is None)


def test_only_the_first_legal_basis_and_the_first_assessment_count() -> None:
    opening = (
        "The inspection was carried out under section 1 of the X Act 2001. The "
        "inspection was carried out under "
        "section 2 of the Y Act 2002. It will contribute to the yearly review. "
        "It will contribute to another one."
    )
    reading = reading_of(ucra_letter(opening=opening))
    assert reading.inspection.legal_basis == LegalBasis(act="X Act 2001", section="1")
    assert reading.inspection.contributes_to == "the yearly review"
    assert reading.quote("/contributes_to") == "the yearly review"


def test_items_above_the_opening_are_unread() -> None:
    reading = reading_of(focused_letter().replace("Focused visit", "- the gate\n\nFocused visit"))
    assert reading.inspection.scope == ()
    assert unread_texts(reading) == ["the gate"]


def test_items_without_a_sentence_that_introduces_them_are_unread() -> None:
    reading = reading_of(focused_letter(before="- the gate\n- the door"))
    assert unread_texts(reading) == ["the gate", "the door"]
    assert [remark.message for remark in reading.remarks if remark.code is RemarkCode.UNREAD] == [
        'not understood: "the gate"',
        'not understood: "the door"',
    ]


def test_a_sentence_that_states_no_known_fact_is_unread_and_gets_a_remark() -> None:
    unread = ["The weather was kind.", f"It {'w' * 76}.", f"It {'w' * 77}."]
    text = focused_letter(
        before=f"{unread[0]} Inspectors looked at the gate. {unread[1]} Inspectors looked at it. {unread[2]}"
    )
    reading = reading_of(text)
    assert unread_texts(reading) == unread
    remarks = [remark for remark in reading.remarks if remark.code is RemarkCode.UNREAD]
    assert [text[remark.start : remark.end] for remark in remarks] == unread
    assert [remark.message for remark in remarks] == [
        f'not understood: "{words}"' for words in (unread[0], unread[1], f"It {'w' * 76}\u2026")
    ]
    assert reading.coverage < 1.0


def test_declared_counts_are_taken_in_all_four_states() -> None:
    opening = (
        "The inspection identified two strengths and a number of areas for "
        "development. There were no areas for priority action."
    )
    reading = reading_of(ucra_letter(opening=opening))
    declared = [(d.category, d.state, d.count) for d in reading.inspection.declared]
    assert declared == [
        (Category.STRENGTH, DeclarationState.SPECIFIED, 2),
        (Category.IMPROVEMENT, DeclarationState.UNSPECIFIED, None),
        (Category.PRIORITY_ACTION, DeclarationState.NONE, None),
    ]
    assert reading.quote("/declared/0/as_printed") == "two strengths"


def _due(inspection: Inspection) -> list[tuple[DueUnit, int | None, datetime.date | None] | None]:
    return [(o.due.unit, o.due.count, o.due.date) if o.due else None for o in inspection.obligations]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "You must submit an action plan to us within 70 working days of this letter.",
            (DueUnit.WORKING_DAYS, 70, None),
        ),
        (
            "We ask for a draft of your action plan within twenty working days.",
            (DueUnit.WORKING_DAYS, 20, None),
        ),
        (
            "You must submit an action plan by 3 September 2018.",
            (DueUnit.DATE, None, datetime.date(2018, 9, 3)),
        ),
        ("You must submit an action plan soon.", None),
        ("You must submit an action plan by 31 September 2018.", None),
        ("You must submit an action plan within 0 working days.", None),
    ],
)
def test_an_obligation_has_its_words_and_its_due_rule(
    sentence: str, due: tuple[DueUnit, int | None, datetime.date | None] | None
) -> None:
    reading = reading_of(focused_letter(closing=sentence))
    (obligation,) = reading.inspection.obligations
    assert obligation.text == sentence
    assert obligation.to == "authority"
    assert obligation.category is Category.PRIORITY_ACTION
    assert _due(reading.inspection) == [due]
    assert reading.quote("/obligations/0/text") == sentence


@pytest.mark.parametrize(
    ("sentence", "texts", "due"),
    [
        (
            "You must submit an action plan no later than 3 September 2018.",
            ["You must submit an action plan no later than 3 September 2018."],
            [(DueUnit.DATE, None, datetime.date(2018, 9, 3))],
        ),
        (
            "You must submit an action plan within eight weeks.",
            ["You must submit an action plan within eight weeks."],
            [(DueUnit.WEEKS, 8, None)],
        ),
        (
            "You must submit an action plan within 60 (sixty) working days and a version by 2 May 2018.",
            [
                "You must submit an action plan within 60 (sixty) working days",
                "a version by 2 May 2018.",
            ],
            [(DueUnit.WORKING_DAYS, 60, None), (DueUnit.DATE, None, datetime.date(2018, 5, 2))],
        ),
    ],
)
def test_an_obligation_may_give_its_time_in_other_words_and_a_sentence_two_of_them(
    sentence: str, texts: list[str], due: list[tuple[DueUnit, int | None, datetime.date | None]]
) -> None:
    reading = reading_of(focused_letter(closing=sentence))
    assert [obligation.text for obligation in reading.inspection.obligations] == texts
    assert _due(reading.inspection) == due
    assert [reading.quote(f"/obligations/{index}/text") for index, _ in enumerate(texts)] == texts
    assert RemarkCode.DATE_INCOMPLETE not in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    ("time", "code", "reason"),
    [
        ("by 31 September 2018", RemarkCode.DATE_IMPOSSIBLE, "there is no day 31/9/2018"),
        ("by 3 September", RemarkCode.DATE_INCOMPLETE, "the year is not printed"),
        ("no later than early autumn", RemarkCode.DATE_INCOMPLETE, "the deadline is not understood"),
        ("within 0 working days", RemarkCode.DATE_INCOMPLETE, "the deadline is not understood"),
        ("within 60 (sixteen) working days", RemarkCode.DATE_INCOMPLETE, "the deadline is not understood"),
        ("within 9 weeks or by 3 May 2018", RemarkCode.DATE_INCOMPLETE, "a second deadline is printed"),
    ],
)
def test_a_time_of_an_obligation_that_is_not_understood_gets_a_remark(
    time: str, code: RemarkCode, reason: str
) -> None:
    reading = reading_of(focused_letter(closing=f"You must submit an action plan {time}."))
    assert len(reading.inspection.obligations) == 1
    (remark,) = [remark for remark in reading.remarks if remark.pointer == "/obligations/0/text"]
    assert remark.code is code
    assert remark.message.endswith(reason)


def test_the_closing_states_the_assessment_and_its_other_sentences_are_unread() -> None:
    closing = (
        "The areas for priority action will be specifically considered in any "
        "future inspection. It was a long day."
    )
    more = "Inspectors looked at the gate. It will contribute to the yearly review."
    reading = reading_of(ucra_letter(closing=f"{closing} {more}"))
    assert _due(reading.inspection) == [(DueUnit.NEXT_INSPECTION, None, None)]
    assert reading.inspection.contributes_to == "the yearly review"
    assert unread_texts(reading) == ["It was a long day.", "Inspectors looked at the gate."]


def test_a_post_before_the_names_applies_to_all_without_a_post_of_their_own() -> None:
    before = (
        "His Majesty\u2019s Inspectors for this visit were Ada Quill, Bo Marsh and Cy Noon, HMI designate."
    )
    reading = reading_of(focused_letter(before=before))
    shared = "His Majesty\u2019s Inspectors"
    assert [(person.name, person.post) for person in reading.inspection.inspectors] == [
        ("Ada Quill", shared),
        ("Bo Marsh", shared),
        ("Cy Noon", "HMI designate"),
    ]
    assert reading.quote("/inspectors/0/post") == shared
    assert unread_texts(reading) == []


def test_a_post_before_the_names_may_be_part_of_the_list() -> None:
    before = "The visit was carried out by His Majesty\u2019s Inspectors Ada Quill and Bo Marsh."
    inspectors = inspection_of(focused_letter(before=before)).inspectors
    assert [person.post for person in inspectors] == ["His Majesty\u2019s Inspectors"] * 2


def test_a_post_after_names_does_not_apply_to_the_names_after_it() -> None:
    before = "The inspectors were Ada Quill and Bo Marsh, HMI, and Cy Noon and Di Orme, Ofsted Inspectors."
    inspectors = inspection_of(focused_letter(before=before)).inspectors
    assert [person.post for person in inspectors] == [None, "HMI", "Ofsted Inspectors", "Ofsted Inspectors"]

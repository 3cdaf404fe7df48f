"""Facts: what the sentences of an opening and a closing give, and what they leave unread."""

from __future__ import annotations

import datetime

import pytest
from reading_samples import focused_letter, inspection_of, reading_of, ucra_letter

from inspection_model.frameworks.framework import Framework, Section
from inspection_model.frameworks.phrase import Phrase
from inspection_model.model.inspection import Inspection
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter
from inspection_model.vocabulary import (
    Category,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    PassageRole,
    RemarkCode,
)


def _unread(reading: Reading) -> list[str]:
    return [reading.source[p.start : p.end] for p in reading.passages if p.role == PassageRole.UNREAD]


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
def test_an_authority_that_is_an_article_or_a_mark_alone_is_none(name: str) -> None:
    text = (
        f"Dear Ida\n\nThis letter tells of a focused visit to {name} on 5 May 2019.\n\nFindings\n\n- One.\n"
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


def test_the_visit_and_the_authority_may_stand_in_sentences_of_their_own() -> None:
    days, name = "The visit took place on 5 May 2019.", "It was a visit to Northmere children's services."
    for sentences in (f"{days} {name}", f"{name} {days}"):
        text = f"Dear Ida\n\nFocused visit to Otterford\n\n{sentences}\n\nFindings\n\n- One.\n"
        inspection = inspection_of(text)
        assert inspection.visit is not None
        assert inspection.visit.as_printed == "5 May 2019"
        assert inspection.authority is not None
        assert inspection.authority.name == "Northmere"


def test_a_framework_without_phrases_reads_what_needs_none() -> None:
    """Its subject, the letter's ends, and what inspectors did by the project's own words."""
    bare = Framework(id="bare", title="Bare", inspectorate="Nobody", subjects=("focused visit",))
    text = focused_letter(before="They looked at the files and met with staff.")
    inspection = read_letter(text, frameworks=[bare]).inspection
    assert inspection.framework == "bare"
    assert inspection.authority is None
    assert inspection.letter is not None
    assert len(inspection.letter.recipients) == 1
    meeting = Framework(
        id="meeting",
        title="Meeting",
        inspectorate="Nobody",
        subjects=("focused visit",),
        phrases={"interviews": (Phrase("met with {people}"),)},
    )
    (source,) = read_letter(text, frameworks=[meeting]).inspection.evidence
    assert source.text == "staff"


def test_a_statement_that_there_are_none_must_stand_there_whole() -> None:
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


def test_inspectors_may_stand_in_several_sentences_and_each_is_taken_once() -> None:
    opening = (
        "on 5 and 6 February 2019, carried out by Ada Quill and Bo Marsh. They were "
        "joined by Bo Marsh and Cy Noon. The inspectors were supported by Di Orme, HMI."
    )
    reading = reading_of(focused_letter(opening=opening))
    inspection = reading.inspection
    names = ["Ada Quill", "Bo Marsh", "Cy Noon", "Di Orme"]
    assert [person.name for person in inspection.inspectors] == names
    assert [reading.quote(f"/inspectors/{index}/name") for index in range(4)] == names
    assert _unread(reading) == []
    assert inspection.visit is not None
    assert len(inspection.visit.days) == 2


def test_a_list_of_inspectors_that_breaks_off_leaves_its_rest_unread() -> None:
    before = "The inspectors were Ada Quill, HMI, and the team of the north, who met Bo Marsh."
    reading = reading_of(focused_letter(before=before))
    assert [person.name for person in reading.inspection.inspectors] == ["Ada Quill"]
    assert _unread(reading) == ["and the team of the north, who met Bo Marsh"]
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.UNREAD]
    assert remark.start is not None
    assert reading.source[remark.start : remark.end].endswith("who met Bo Marsh")


def test_a_list_of_inspectors_without_a_person_is_unread() -> None:
    sentence = "The inspectors were the best of the north."
    assert _unread(reading_of(focused_letter(before=sentence))) == [sentence]


def test_a_visit_behind_a_list_that_breaks_off_is_still_read() -> None:
    text = (
        "Dear Ida\n\nFocused visit to Otterford\n\nThe visit was carried out "
        "by Ada Quill and others in this visit on 5 May 2019."
    )
    reading = reading_of(f"{text}\n\nFindings\n\n- One.\n")
    assert reading.inspection.visit is not None
    assert reading.quote("/visit/as_printed") == "5 May 2019"
    assert [person.name for person in reading.inspection.inspectors] == ["Ada Quill"]
    assert _unread(reading) == ["and others in this visit on"]


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
    assert bool(_unread(reading)) == (basis is None)


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


def test_what_inspectors_looked_at_is_scope_or_evidence() -> None:
    before = (
        "Inspectors looked at the welcome that new families get. Inspectors "
        "considered case files and minutes of "
        "panels. They also evaluated a range of evidence, including audits, "
        "discussions with cooks and clerks, and "
        "performance data. Inspectors spoke to drivers."
    )
    reading = reading_of(focused_letter(before=before))
    inspection = reading.inspection
    assert inspection.scope == ("the welcome that new families get",)
    assert [(e.method, e.text, e.participants) for e in inspection.evidence] == [
        (EvidenceMethod.RECORDS, "case files", ()),
        (EvidenceMethod.RECORDS, "minutes of panels", ()),
        (EvidenceMethod.AUDIT, "audits", ()),
        (EvidenceMethod.INTERVIEW, "discussions with cooks and clerks", ("cooks", "clerks")),
        (EvidenceMethod.PERFORMANCE_DATA, "performance data", ()),
        (EvidenceMethod.INTERVIEW, "drivers", ("drivers",)),
    ]
    for index, source in enumerate(inspection.evidence):
        assert reading.quote(f"/evidence/{index}/text") == source.text


@pytest.mark.parametrize(
    ("opens", "scope", "evidence"),
    [
        ("Inspectors looked at the following areas:", ("the gate", "records of calls"), 0),
        ("The evidence was as follows:", (), 2),
        ("Inspectors considered a range of evidence:", (), 2),
        ("These were the places:", ("the gate", "records of calls"), 0),
        (
            "Inspectors spoke to these people. The inspection looked at the following:",
            ("the gate", "records of calls"),
            1,
        ),
    ],
)
def test_a_list_in_the_opening_gives_what_its_sentence_says(
    opens: str, scope: tuple[str, ...], evidence: int
) -> None:
    reading = reading_of(focused_letter(before=f"{opens}\n\n- the gate\n- \n- records of calls"))
    assert reading.inspection.scope == scope
    assert _unread(reading) == []
    assert [reading.quote(f"/scope/{index}") for index, _ in enumerate(scope)] == list(scope)
    assert len(reading.inspection.evidence) == evidence


def test_the_sentence_above_a_list_gives_its_own_facts_too() -> None:
    inspection = inspection_of(
        focused_letter(
            before="The visit was carried out by Ada Quill, HMI, and looked at:\n\n- plans\n- files\n"
        )
    )
    assert [person.name for person in inspection.inspectors] == ["Ada Quill"]
    assert inspection.scope == ("plans", "files")


def test_what_a_sentence_itself_says_after_the_following_is_scope() -> None:
    before = "Inspectors looked at the following: the gate and the door."
    assert inspection_of(focused_letter(before=before)).scope == ("the following: the gate and the door",)


def test_items_above_the_opening_are_unread() -> None:
    reading = reading_of(focused_letter().replace("Focused visit", "- the gate\n\nFocused visit"))
    assert reading.inspection.scope == ()
    assert _unread(reading) == ["the gate"]


def test_items_that_nothing_introduces_are_unread() -> None:
    reading = reading_of(focused_letter(before="- the gate\n- the door"))
    assert _unread(reading) == ["the gate", "the door"]
    assert [remark.message for remark in reading.remarks if remark.code is RemarkCode.UNREAD] == [
        'not understood: "the gate"',
        'not understood: "the door"',
    ]


@pytest.mark.parametrize(
    ("looked", "scope", "evidence"),
    [
        ("considered in detail case files", (), ["case files", "cooks and clerks"]),
        ("looked at the gate,", ("the gate",), ["cooks and clerks"]),
        ("looked at the gate and the door", ("the gate and the door",), ["cooks and clerks"]),
        ("walked around", (), ["cooks and clerks"]),
        ("looked at the gate, considered case files", ("the gate",), ["case files", "cooks and clerks"]),
    ],
)
def test_a_sentence_tells_what_was_looked_at_and_who_was_met(
    looked: str, scope: tuple[str, ...], evidence: list[str]
) -> None:
    reading = reading_of(focused_letter(before=f"Inspectors {looked} and met with cooks and clerks."))
    assert reading.inspection.scope == scope
    assert [source.text for source in reading.inspection.evidence] == evidence
    assert reading.inspection.evidence[-1].method is EvidenceMethod.INTERVIEW
    assert [reading.quote(f"/evidence/{i}/text") for i in range(len(evidence))] == evidence


@pytest.mark.parametrize(
    ("sentence", "scope", "evidence", "unread"),
    [
        (
            "Inspectors read the plans and visited a nursery.",
            (),
            ["the plans"],
            "visited a nursery.",
        ),
        ("Inspectors met with cooks and visited a nursery.", (), ["cooks"], "visited a nursery."),
        ("Inspectors visited a nursery and they also met with cooks.", (), ["cooks"], ""),
        (
            "Inspectors tracked the calls of a week, and also spoke to cooks and read case files.",
            ("the calls of a week",),
            ["cooks", "case files"],
            "",
        ),
    ],
)
def test_a_sentence_tells_of_several_things_that_inspectors_did(
    sentence: str, scope: tuple[str, ...], evidence: list[str], unread: str
) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert reading.inspection.scope == scope
    assert [source.text for source in reading.inspection.evidence] == evidence
    assert _unread(reading) == ([unread] if unread else [])


@pytest.mark.parametrize(
    ("sentence", "scope", "evidence"),
    [
        ("The quality of plans was reviewed.", ("The quality of plans",), []),
        (
            "The gate was also considered in detail, and the upper door was assessed.",
            ("The gate", "the upper door"),
            [],
        ),
        ("Case files and audits were sampled by inspectors.", (), ["Case files", "audits"]),
        ("Inspectors considered the walls that were reviewed.", ("the walls that were reviewed",), []),
        ("It was considered.", (), []),
        ("The gate was assessed as weak.", (), []),
        ("The gate was walked, and inspectors assessed to be sure.", (), []),
        ("A range of evidence was considered.", (), []),
    ],
)
def test_a_sentence_may_name_first_what_was_looked_at(
    sentence: str, scope: tuple[str, ...], evidence: list[str]
) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert reading.inspection.scope == scope
    assert [source.text for source in reading.inspection.evidence] == evidence
    assert _unread(reading) == ([] if scope or evidence else [sentence])


@pytest.mark.parametrize(
    ("sentence", "scope", "sources"),
    [
        ("Inspectors looked at the gate, with a particular focus on:", ("the gate", "plans"), 0),
        ("Inspectors looked at the gate, including:", ("the gate", "plans"), 0),
        ("Inspectors considered a range of evidence, including case files, in particular:", (), 2),
    ],
)
def test_what_leads_in_the_list_below_is_no_fact(sentence: str, scope: tuple[str, ...], sources: int) -> None:
    reading = reading_of(focused_letter(before=f"{sentence}\n\n- plans"))
    assert reading.inspection.scope == scope
    assert len(reading.inspection.evidence) == sources


def test_an_interview_may_be_an_item_of_the_evidence() -> None:
    before = "The evidence was as follows:\n\n- Inspectors spoke to cooks and clerks.\n- files"
    reading = reading_of(focused_letter(before=before))
    assert [(e.method, e.text) for e in reading.inspection.evidence] == [
        (EvidenceMethod.INTERVIEW, "cooks and clerks"),
        (EvidenceMethod.RECORDS, "files"),
    ]
    assert [reading.quote(f"/evidence/{index}/text") for index in (0, 1)] == ["cooks and clerks", "files"]


def test_a_sentence_that_says_nothing_known_is_unread_with_its_place() -> None:
    unread = ["The weather was kind.", f"It {'w' * 76}.", f"It {'w' * 77}."]
    text = focused_letter(
        before=f"{unread[0]} Inspectors looked at the gate. {unread[1]} Inspectors looked at it. {unread[2]}"
    )
    reading = reading_of(text)
    assert _unread(reading) == unread
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
def test_an_obligation_keeps_its_words_and_its_rule(
    sentence: str, due: tuple[DueUnit, int | None, datetime.date | None] | None
) -> None:
    reading = reading_of(focused_letter(closing=sentence))
    (obligation,) = reading.inspection.obligations
    assert obligation.text == sentence
    assert obligation.to == "authority"
    assert obligation.category is Category.PRIORITY_ACTION
    assert _due(reading.inspection) == [due]
    assert reading.quote("/obligations/0/text") == sentence


def test_the_closing_gives_the_assessment_and_leaves_the_rest_unread() -> None:
    closing = (
        "The areas for priority action will be specifically considered in any "
        "future inspection. It was a long day."
    )
    more = "Inspectors looked at the gate. It will contribute to the yearly review."
    reading = reading_of(ucra_letter(closing=f"{closing} {more}"))
    assert _due(reading.inspection) == [(DueUnit.NEXT_INSPECTION, None, None)]
    assert reading.inspection.contributes_to == "the yearly review"
    assert _unread(reading) == ["It was a long day.", "Inspectors looked at the gate."]


def test_a_post_before_the_names_is_that_of_all_who_have_none_of_their_own() -> None:
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
    assert _unread(reading) == []


def test_a_post_before_the_names_may_stand_in_the_list_itself() -> None:
    before = "The visit was carried out by His Majesty\u2019s Inspectors Ada Quill and Bo Marsh."
    inspectors = inspection_of(focused_letter(before=before)).inspectors
    assert [person.post for person in inspectors] == ["His Majesty\u2019s Inspectors"] * 2


def test_a_post_behind_other_names_is_none_before_them() -> None:
    before = "The inspectors were Ada Quill and Bo Marsh, HMI, and Cy Noon and Di Orme, Ofsted Inspectors."
    inspectors = inspection_of(focused_letter(before=before)).inspectors
    assert [person.post for person in inspectors] == [None, "HMI", "Ofsted Inspectors", "Ofsted Inspectors"]


@pytest.mark.parametrize(
    ("lead_in", "scope"),
    [
        ("care leavers, with a particular focus on:", "care leavers"),
        ("care leavers, which included:", "care leavers"),
        ("care leavers, kin and friends:", "care leavers, kin and friends"),
        ("care leavers, kin and friends, namely:", "care leavers, kin and friends"),
    ],
)
def test_what_leads_in_the_list_below_is_no_scope(lead_in: str, scope: str) -> None:
    reading = reading_of(focused_letter(before=f"Inspectors looked at help for {lead_in}\n\n- homes"))
    assert reading.inspection.scope == (f"help for {scope}", "homes")
    assert _unread(reading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They looked at files and met with staff and reviewed plans.",
        "They went to homes and looked at files and met with staff and reviewed plans.",
    ],
)
def test_inspectors_may_have_read_before_and_after_they_met(sentence: str) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert sorted(source.text for source in reading.inspection.evidence) == ["files", "plans", "staff"]
    for index, source in enumerate(reading.inspection.evidence):
        assert reading.quote(f"/evidence/{index}/text") == source.text


def test_a_focus_in_the_same_sentence_is_part_of_the_scope() -> None:
    before = "Inspectors looked at help for care leavers, with a particular focus on work."
    (scope,) = inspection_of(focused_letter(before=before)).scope
    assert scope == "help for care leavers, with a particular focus on work"


def test_inspectors_may_have_read_after_they_met() -> None:
    before = (
        "Inspectors met with parents, children and foster carers, and reviewed some case records of theirs."
    )
    reading = reading_of(focused_letter(before=before))
    met, read = sorted(reading.inspection.evidence, key=lambda source: source.method)
    assert (met.method, met.text) == (EvidenceMethod.INTERVIEW, "parents, children and foster carers")
    assert met.participants == ("parents", "children", "foster carers")
    assert (read.method, read.text) == (EvidenceMethod.RECORDS, "some case records of theirs")
    for index, source in enumerate(reading.inspection.evidence):
        assert reading.quote(f"/evidence/{index}/text") == source.text


@pytest.mark.parametrize(
    "before",
    [
        "Inspectors used video calls for discussions with staff and carers.",
        "Inspectors used telephone and video calls for some discussions with staff and carers.",
        "This visit was carried out remotely, with the addition of a meeting with staff and carers.",
    ],
)
def test_whom_inspectors_met_in_a_sentence_about_the_way_of_the_visit_is_evidence(before: str) -> None:
    (source,) = inspection_of(focused_letter(before=before)).evidence
    assert (source.method, source.text) == (EvidenceMethod.INTERVIEW, "staff and carers")
    assert source.participants == ("staff", "carers")

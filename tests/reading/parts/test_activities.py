"""Scope and evidence in sentences and lists about what inspectors did."""

from __future__ import annotations

import pytest
from reading_samples import focused_letter, inspection_of, reading_of, unread_texts

from inspection_model.vocabulary import EvidenceMethod, RemarkCode


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
        ("They considered the following:", ("the gate", "records of calls"), 0),
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
    assert unread_texts(reading) == []
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


def test_words_after_the_following_in_the_same_sentence_are_scope() -> None:
    before = "Inspectors looked at the following: the gate and the door."
    assert inspection_of(focused_letter(before=before)).scope == ("the following: the gate and the door",)


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
def test_a_sentence_may_state_what_was_looked_at_and_who_was_met(
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
        (
            "Inspectors visited a nursery and they also met with cooks.",
            (),
            ["cooks"],
            "Inspectors visited a nursery",
        ),
        # A clause that is boilerplate states nothing.
        ("Inspectors were on site and spoke to cooks.", (), ["cooks"], ""),
        ("In the first week, inspectors spoke to cooks.", (), ["cooks"], ""),
        ("Inspectors used files and discussions with cooks.", (), ["cooks"], "Inspectors used files"),
        ("Inspectors met with cooks and mended the boat.", (), ["cooks"], "mended the boat."),
        (
            "One inspector met with cooks, and the other inspector was at the bar.",
            (),
            ["cooks"],
            "the other inspector was at the bar.",
        ),
        (
            "Inspectors tracked the calls of a week, and also spoke to cooks and read case files.",
            ("the calls of a week",),
            ["cooks", "case files"],
            "",
        ),
    ],
)
def test_a_sentence_may_state_several_things_that_inspectors_did(
    sentence: str, scope: tuple[str, ...], evidence: list[str], unread: str
) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert reading.inspection.scope == scope
    assert [source.text for source in reading.inspection.evidence] == evidence
    assert unread_texts(reading) == ([unread] if unread else [])


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
    assert unread_texts(reading) == ([] if scope or evidence else [sentence])


@pytest.mark.parametrize(
    ("sentence", "scope", "sources"),
    [
        ("Inspectors looked at the gate, with a particular focus on:", ("the gate", "plans"), 0),
        ("Inspectors looked at the gate, including:", ("the gate", "plans"), 0),
        ("Inspectors considered a range of evidence, including case files, in particular:", (), 2),
    ],
)
def test_words_that_introduce_the_list_below_are_not_a_fact(
    sentence: str, scope: tuple[str, ...], sources: int
) -> None:
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


@pytest.mark.parametrize(
    ("lead_in", "scope"),
    [
        ("care leavers, with a particular focus on:", "care leavers"),
        ("care leavers, which included:", "care leavers"),
        ("care leavers, kin and friends:", "care leavers, kin and friends"),
        ("care leavers, kin and friends, namely:", "care leavers, kin and friends"),
    ],
)
def test_words_that_introduce_the_list_below_are_not_scope(lead_in: str, scope: str) -> None:
    reading = reading_of(focused_letter(before=f"Inspectors looked at help for {lead_in}\n\n- homes"))
    assert reading.inspection.scope == (f"help for {scope}", "homes")
    assert unread_texts(reading) == []


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
    before = "Inspectors looked at help for young carers, with a particular focus on work."
    (scope,) = inspection_of(focused_letter(before=before)).scope
    assert scope == "help for young carers, with a particular focus on work"


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
        "The visit was made from a distance, with the addition of a meeting with staff and carers.",
    ],
)
def test_the_people_met_are_evidence_in_a_sentence_about_how_the_visit_was_made(before: str) -> None:
    (source,) = inspection_of(focused_letter(before=before)).evidence
    assert (source.method, source.text) == (EvidenceMethod.INTERVIEW, "staff and carers")
    assert source.participants == ("staff", "carers")


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "Inspectors drew on files, interviews with cooks and talks with guards.",
            [
                ("records", "files", ()),
                ("interview", "interviews with cooks", ("cooks",)),
                ("interview", "talks with guards", ("guards",)),
            ],
        ),
        (
            "They took evidence through talks and interviews with cooks, and from meetings with guards.",
            [
                ("interview", "talks and interviews with cooks", ("cooks",)),
                ("interview", "meetings with guards", ("guards",)),
            ],
        ),
        (
            "Inspectors were on site and used short calls or visits for conversations with cooks and guards.",
            [("interview", "cooks and guards", ("cooks", "guards"))],
        ),
        ("Inspectors spoke to and met with cooks.", [("interview", "cooks", ("cooks",))]),
        (
            "One inspector used calls for talks with cooks; two inspectors were near, meeting with guards.",
            [("interview", "cooks", ("cooks",)), ("interview", "guards", ("guards",))],
        ),
        (
            "They used a range of evidence, including files, and had talks with cooks and met with guards.",
            [
                ("records", "files", ()),
                ("interview", "talks with cooks", ("cooks",)),
                ("interview", "guards", ("guards",)),
            ],
        ),
        ("Inspectors observed meetings of guards.", [("observation", "observed meetings of guards", ())]),
        (
            "Inspectors spoke to cooks about talks with guards.",
            [("interview", "cooks about talks with guards", ("cooks",))],
        ),
    ],
)
def test_every_source_of_a_sentence_is_taken_with_its_people(
    sentence: str, evidence: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    reading = reading_of(focused_letter(before=sentence))
    sources = reading.inspection.evidence
    assert [(each.method.value, each.text, each.participants) for each in sources] == evidence
    assert [reading.quote(f"/evidence/{index}/text") for index, _ in enumerate(sources)] == [
        text for _, text, _ in evidence
    ]
    assert unread_texts(reading) == []


def test_a_list_of_evidence_may_be_followed_by_what_was_looked_at() -> None:
    before = "Inspectors considered a range of evidence, including files, and looked at the work of guards."
    reading = reading_of(focused_letter(before=before))
    assert [source.text for source in reading.inspection.evidence] == ["files"]
    assert reading.inspection.scope == ("the work of guards",)


def test_people_who_may_be_a_separate_group_get_a_remark() -> None:
    before = "Inspectors met with officers responsible for lamps, ropes and tides."
    reading = reading_of(focused_letter(before=before))
    (source,) = reading.inspection.evidence
    assert source.participants == ("officers responsible for lamps, ropes and tides",)
    (remark,) = [remark for remark in reading.remarks if remark.pointer == "/evidence/0/text"]
    assert remark.code is RemarkCode.UNREAD
    assert remark.message.endswith("separate groups of people: ropes, tides")
    assert remark.start is not None
    assert reading.source[remark.start : remark.end] == source.text


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Inspectors considered the ferry, under the inspection framework of that year.", "the ferry"),
        ("In line with the ILACS framework, inspectors looked at the ferry.", "the ferry"),
        ("Inspectors looked at the ferry in line with the ILACS framework.", "the ferry"),
        (
            "Inspectors looked at meals, carried out by a trust, and lamps.",
            "meals, carried out by a trust, and lamps",
        ),
        (
            "Inspectors tracked the growth of pupils through talks with cooks.",
            "the growth of pupils through talks with cooks",
        ),
    ],
)
def test_the_scope_has_no_clause_on_the_framework_and_all_of_its_own(sentence: str, scope: str) -> None:
    reading = reading_of(focused_letter(before=sentence))
    assert reading.inspection.scope == (scope,)
    assert reading.inspection.evidence == ()
    assert unread_texts(reading) == []


@pytest.mark.parametrize(
    ("opens", "items", "people"),
    [
        (
            "Inspectors met with the following people:",
            "- cooks\n- clerks and guards",
            [("cooks",), ("clerks", "guards")],
        ),
        (
            "Inspectors looked at files and spoke to:",
            "- cooks;\n- guards; and\n- clerks",
            [("cooks",), ("guards",), ("clerks",)],
        ),
    ],
)
def test_a_list_of_people_gives_those_spoken_to(
    opens: str, items: str, people: list[tuple[str, ...]]
) -> None:
    inspection = inspection_of(focused_letter(before=f"{opens}\n\n{items}"))
    spoken = [each for each in inspection.evidence if each.method is EvidenceMethod.INTERVIEW]
    assert [each.participants for each in spoken] == people
    assert inspection.scope == ()


def test_a_list_below_other_words_is_unread() -> None:
    reading = reading_of(focused_letter(before="The visit took place on:\n\n- 5 May\n- 6 May"))
    assert reading.inspection.scope == ()
    assert unread_texts(reading) == ["5 May", "6 May"]


@pytest.mark.parametrize("below", ["", "More is below."])
def test_a_list_in_the_opening_that_is_not_there_gets_a_remark(below: str) -> None:
    reading = reading_of(focused_letter(before=f"Inspectors looked at the following:\n\n{below}"))
    assert RemarkCode.LIST_MISSING in [remark.code for remark in reading.remarks]


@pytest.mark.parametrize(
    ("words", "is_doubtful"),
    [
        ("case files before meetings with cooks", True),
        ("case files after cases were closed", False),
        ("case files and meetings with cooks", False),
    ],
)
def test_a_source_that_may_be_two_is_doubtful(words: str, is_doubtful: bool) -> None:
    reading = reading_of(focused_letter(before=f"Inspectors looked at {words}."))
    assert (RemarkCode.UNREAD in [remark.code for remark in reading.remarks]) == is_doubtful


def test_an_aside_before_a_verb_is_not_part_of_the_source_before_it() -> None:
    inspection = inspection_of(
        focused_letter(before="Inspectors read case files and, where possible, spoke to cooks.")
    )
    assert [each.text for each in inspection.evidence] == ["case files", "cooks"]

"""Joint reports: several inspectorates, a partnership, an outcome in words, tables of findings, a team."""

from __future__ import annotations

import datetime
from pathlib import Path

import attrs
import pytest
from reading_samples import hold_to_rules, unread_texts

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import grade_in
from inspection_model.frameworks.loading import (
    find_framework,
    load_framework,
    parse_framework,
    shipped_frameworks,
)
from inspection_model.reading import read_letter
from inspection_model.vocabulary import Category, PassageRole, PersonRole, PreviousState, RemarkCode

REPORT = Path(__file__).with_name("reports") / "wenmouth-2024.txt"
TEXT = REPORT.read_text(encoding="utf-8")
COUNCIL, BOARD = "Wenmouth Council and Saltmarsh Integrated Care Board", "Saltmarsh Integrated Care Board"


def _area_send() -> Framework:
    framework = find_framework("ofsted-area-send")
    assert framework is not None
    return framework


def _texts(text: str, category: Category) -> list[str]:
    return [f.text for f in read_letter(text).inspection.findings if f.category is category]


def test_the_facts_above_the_text_are_read() -> None:
    reading = read_letter(TEXT)
    hold_to_rules(reading)
    inspection = reading.inspection
    assert inspection.framework == "ofsted-area-send"
    assert inspection.authority is not None
    assert inspection.authority.name == "Wenmouth"
    assert inspection.partnership is not None
    assert inspection.partnership.name == "Wenmouth Local Area Partnership"
    assert inspection.publication is not None
    assert inspection.publication.title == "Area SEND inspection of Wenmouth Local Area Partnership"
    assert [each.name for each in inspection.inspectorates] == ["Ofsted", "Care Quality Commission"]
    assert inspection.visit is not None
    assert inspection.visit.last_day == datetime.date(2024, 9, 13)
    assert inspection.previous is not None
    assert inspection.previous.first_day == datetime.date(2018, 3, 5)
    assert inspection.legal_basis is not None
    assert inspection.legal_basis.section == "20(1)(a)"
    assert unread_texts(reading) == []
    assert {remark.code for remark in reading.remarks} == {RemarkCode.AUTHORITY_UNCERTAIN}


@pytest.mark.parametrize(
    ("printed", "state", "days"),
    [
        ("Not previously inspected", PreviousState.NOT_INSPECTED, 0),
        ("5 to 9 March 2018", None, 5),
        ("5 March 2018, and a second one later", None, 0),
        ("Before the flood", None, 0),
        ("30 February 2018", None, 0),
    ],
)
def test_the_previous_inspection_has_days_or_a_state(
    printed: str, state: PreviousState | None, days: int
) -> None:
    reading = read_letter(TEXT.replace("5 March 2018", printed, 1))
    previous = reading.inspection.previous
    assert previous is not None
    assert (previous.as_printed, previous.state) == (printed, state)
    assert sum(period.length for period in previous.periods) == days
    remarks = [remark for remark in reading.remarks if remark.pointer == "/previous/as_printed"]
    assert bool(remarks) == (state is None and days == 0)


def test_the_key_words_of_a_grade_state_the_outcome_and_their_paragraph_is_a_finding() -> None:
    reading = read_letter(TEXT)
    (judgement,) = reading.inspection.judgements
    assert (judgement.area, judgement.grade, judgement.rank) == (None, "systemic-failings", 3)
    assert reading.quote("/judgements/0/grade_as_printed") == "widespread and/or systemic failings"
    assert reading.inspection.findings[0].text.startswith("There are widespread")
    without = read_letter(TEXT.replace("widespread and/or", "some")).inspection
    assert without.judgements == ()


def test_only_a_paragraph_of_the_outcome_states_it() -> None:
    text = TEXT.replace("There are widespread and/or systemic failings in", "There are faults in")
    text = text.replace("Children wait", "There are widespread and/or systemic failings. Children wait")
    assert read_letter(text).inspection.judgements == ()


def test_of_two_grades_that_share_words_the_longer_one_counts() -> None:
    stated = grade_in("they typically lead to positive experiences and outcomes", _area_send())
    assert stated is not None
    assert (stated[0].id, stated[1]) == ("positive", 5)
    assert grade_in("they lead to something else", _area_send()) is None


def test_the_findings_are_those_of_the_sections_and_of_the_rows() -> None:
    findings = read_letter(TEXT).inspection.findings
    assert [(each.category, each.responsible) for each in findings] == [
        *[(Category.OVERVIEW, ())] * 4,
        *[(Category.MAIN_FINDING, ())] * 3,
        (Category.PRIORITY_ACTION, (COUNCIL,)),
        (Category.PRIORITY_ACTION, (BOARD,)),
        (Category.PRIORITY_ACTION, ("Wenmouth Council and the Trust of the Harbour",)),
        *[(Category.IMPROVEMENT, ())] * 2,
    ]
    assert findings[5].text.endswith("on Saturdays and Sundays for those who work.")
    assert findings[7].parts == ("letters about transport", "letters about lessons at home.")
    assert findings[8].text.endswith("It must publish what it finds.")
    assert findings[9].text.startswith("The council must count its plans, and it must say which of them")
    assert [each.heading for each in findings[-2:]] == ["Areas for improvement"] * 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n Saltmarsh Integrated Care      The", " Saltmarsh Integrated Care      The"),  # no blank line
        ("publish\n                                what it finds.", "publish what it finds."),
        ("\n Responsible body               Areas", " Responsible body Areas"),
        ("\n Areas for improvement\n", ""),
    ],
)
def test_rows_are_found_whatever_the_spaces_between_them(old: str, new: str) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    assert len(_texts(text, Category.PRIORITY_ACTION)) == 3
    assert len(_texts(text, Category.IMPROVEMENT)) == 2


def test_a_row_does_not_end_where_the_names_of_bodies_go_on() -> None:
    text = TEXT.replace("letters of parents. They must", "letters of parents.").replace(
        " Saltmarsh Integrated           letters", " Saltmarsh Integrated and       letters"
    )
    text = text.replace(" Care Board                     ◼", " Care Board                     They ask.\n ◼")
    assert _texts(text, Category.PRIORITY_ACTION)[0].startswith("The council and the board")


def test_a_row_begins_where_the_left_column_begins_again() -> None:
    start, end = TEXT.index(" Wenmouth Council and           The"), TEXT.index("Areas for improvement\n")
    table = (
        " Wenmouth Council               Boats need ladders that reach the deck of every ship now.\n"
        " Wenmouth Council               Ladders need paint.\n\n"
    )
    found = read_letter(TEXT[:start] + table + TEXT[end:]).inspection.findings
    rows = [(f.responsible, f.text) for f in found if f.category is Category.PRIORITY_ACTION]
    assert rows == [
        (("Wenmouth Council",), "Boats need ladders that reach the deck of every ship now."),
        (("Wenmouth Council",), "Ladders need paint."),
    ]


def test_a_row_without_bodies_has_none() -> None:
    start, end = TEXT.index(" Wenmouth Council and           The"), TEXT.index("Areas for improvement\n")
    table = "                                Boats need ladders.\n\n"
    found = read_letter(TEXT[:start] + table + TEXT[end:]).inspection.findings
    assert [(f.responsible, f.text) for f in found if f.category is Category.PRIORITY_ACTION] == [
        ((), "Boats need ladders.")
    ]


def test_the_first_inspectorate_comes_first_in_the_team_and_each_has_a_lead() -> None:
    reading = read_letter(TEXT)
    people = [(each.name, each.role) for each in reading.inspection.inspectors]
    assert people == [
        ("Ida Fenn", PersonRole.LEAD),
        ("Tom Alder", None),
        ("Nora Quill", None),
        ("Rosa Finch", None),  # no post names another inspectorate
        ("Oskar Reed", PersonRole.LEAD),
        ("Mae Hollis", None),
    ]
    assert reading.inspection.inspectors[0].post == "Ofsted HMI, Lead inspector"


def test_what_is_not_a_person_in_the_team_is_unread() -> None:
    assert unread_texts(read_letter(TEXT.replace("Rosa Finch", "Somebody else"))) == ["Somebody else"]


def test_what_is_below_the_headings_of_asides_is_no_finding() -> None:
    reading = read_letter(TEXT)
    asides = " ".join(TEXT[p.start : p.end] for p in reading.passages if p.role == PassageRole.ASIDE)
    for words in ("are responsible together", "It took five days", "looks at schools"):
        assert words in asides
        assert all(words not in finding.text for finding in reading.inspection.findings)


@pytest.mark.parametrize(
    "below", ["Information about this inspection", "If you are not happy with the inspection or the report"]
)
def test_text_outside_the_sections_does_not_continue_a_numbered_item(below: str) -> None:
    start, end = TEXT.index("Areas for priority action\n\n"), TEXT.index("Information about this inspection")
    text = f"{TEXT[:start]}1. Nobody answers the letters\n\n{below}\n\n{TEXT[end:]}"
    assert [each.text for each in read_letter(text).inspection.findings if each.number] == [
        "Nobody answers the letters"
    ]


def test_the_header_of_a_table_does_not_continue_a_numbered_item() -> None:
    text = TEXT.replace("◼ Plans are late.", "1. Plans are late").replace(
        "\nAreas for priority action\n", "", 1
    )
    findings = read_letter(text).inspection.findings
    assert findings[6].text == "Plans are late"
    assert findings[7].responsible == (COUNCIL,)


def test_a_table_whose_header_comes_again_is_two_tables() -> None:
    header = " Responsible body               Area for priority action\n\n"
    text = TEXT.replace(" Saltmarsh Integrated Care      The", f"{header} Saltmarsh Integrated Care      The")
    found = read_letter(text).inspection.findings
    expected = read_letter(TEXT).inspection.findings
    assert [(each.text, each.responsible) for each in found] == [
        (each.text, each.responsible) for each in expected
    ]
    assert {each.heading for each in found[8:10]} == {"Area for priority action"}


def test_a_list_in_a_row_is_part_of_it_whatever_precedes_the_list() -> None:
    text = TEXT.replace("They must do so in particular for:", "They must do so this year.")
    row = read_letter(text).inspection.findings[7]
    assert row.text.endswith("this year.")
    assert row.parts == ("letters about transport", "letters about lessons at home.")


def test_a_text_that_ends_within_its_title_is_no_report() -> None:
    text = "Local Area Partnership report\nInspection dates: 9 to 13 September 2024\n"
    assert read_letter(text).inspection.framework is None


def test_a_framework_of_ones_own_may_name_several_inspectorates() -> None:
    own = parse_framework(
        """
        id = "joint-review"
        title = "Joint review"
        form = "report"
        inspectorate = "Harbour Office"
        above_title = ["Harbour papers"]
        partnerships = ["of the harbour users"]
        outcome_headings = ["In short"]
        aside_headings = ["How we worked"]
        phrases.subject = ["Inspection of the whole harbour of {authority} by all"]
        phrases.opening = ["Seen on: {visit}", "Inspection dates: {visit}"]
        phrases.previous = ["Seen before: {previous}"]
        grade = [{ id = "calm", rank = 1, printed = ["all is calm"] }]
        [[joint_inspectorate]]
        name = "Fire Office"
        [[section]]
        category = "overview"
        headings = ["In short"]
        [[section]]
        category = "improvement"
        headings = ["To do"]
        table = true
        """,
        name="joint.toml",
    )
    text = (
        "Harbour papers\n\nInspection of the whole harbour of Wenmouth by all\n\n"
        "Inspection dates: 4 May 2023\n\nSeen before: Not previously inspected\n\n"
        "In short\n\nToday all is calm.\n\nHow we worked\n\nBy boat.\n\nTo do\n\nPaint.\nSweep the decks.\n"
    )
    inspection = read_letter(text, frameworks=[*shipped_frameworks(), own]).inspection
    assert inspection.framework == "joint-review"
    assert [each.name for each in inspection.inspectorates] == ["Harbour Office", "Fire Office"]
    assert [each.grade for each in inspection.judgements] == ["calm"]
    assert inspection.partnership is None
    assert [each.text for each in inspection.findings] == [
        "Today all is calm.",
        "Paint.",
        "Sweep the decks.",
    ]


def test_an_area_inspection_without_its_partnership_is_no_report_of_another_kind() -> None:
    text = TEXT.replace(
        "Area SEND inspection of Wenmouth\nLocal Area Partnership", "Area SEND inspection of Wenmouth"
    )
    assert text != TEXT
    assert read_letter(text).inspection.framework is None


def test_words_above_a_column_are_a_header_only_beside_a_heading_of_the_section() -> None:
    text = TEXT.replace(
        " Responsible body               Areas for priority action", " Responsible body  Deeds", 1
    )
    assert all(not finding.responsible for finding in read_letter(text).inspection.findings)


DETAILS = TEXT[TEXT.index(" Local authority  ") : TEXT.index("Information about this inspection")]


def _bodies(details: str) -> list[tuple[str | None, ...]]:
    reading = read_letter(TEXT.replace(DETAILS, details))
    hold_to_rules(reading)
    assert reading.inspection.partnership is not None
    return [(each.kind, each.name, each.person, each.post) for each in reading.inspection.partnership.bodies]


def test_each_column_of_the_details_is_a_body_with_the_person_who_leads_it() -> None:
    assert _bodies(DETAILS) == [
        ("local-authority", "Wenmouth Council", "Iris Penn", "Director of Children’s Services"),
        ("integrated-care-board", "Saltmarsh NHS Integrated Care Board", "Omar Flint", "Chief Executive"),
    ]
    assert read_letter(TEXT).quote("/partnership/bodies/1/name").split() == [
        "Saltmarsh",
        "NHS",
        "Integrated",
        "Care",
        "Board",
    ]


def test_two_people_between_whom_the_gap_is_lost_are_in_two_columns() -> None:
    details = """ Local authority   Integrated care board
 Wenmouth Council   Saltmarsh Board
 Iris Penn, Director of Children’s Omar Flint, Chief Executive
 Services   Officer
 www.wenmouth.gov.uk   www.saltmarsh.icb.nhs.uk

"""
    assert [each[2:] for each in _bodies(details)] == [
        ("Iris Penn", "Director of Children’s Services"),
        ("Omar Flint", "Chief Executive Officer"),
    ]


@pytest.mark.parametrize("person", ["The Director", "Iris Penn and Omar Flint, Directors"])
def test_of_a_column_without_one_person_only_the_name_is_taken_and_the_rest_is_unread(person: str) -> None:
    details = f" Local authority\n Wenmouth Council\n {person}\n www.wenmouth.gov.uk\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", None, None)]
    assert any(person in text for text in unread_texts(read_letter(TEXT.replace(DETAILS, details))))


def test_a_person_with_a_post_in_the_last_line_of_a_column_needs_no_web_address() -> None:
    details = " Local authority\n Wenmouth\n Council\n Iris Penn, Director\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", "Iris Penn", "Director")]
    details = " Local authority\n Wenmouth Council\n Town Hall, Wenmouth\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", None, None)]


def test_a_column_without_a_web_address_does_not_say_where_the_person_ends() -> None:
    details = " Local authority\n Wenmouth Council\n Iris Penn\n Town Hall\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", None, None)]


def test_a_person_without_a_post_has_none() -> None:
    details = " Local authority\n Wenmouth Council\n Iris Penn\n www.wenmouth.gov.uk\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", "Iris Penn", None)]


def test_lines_above_the_heads_and_an_empty_column_are_no_body() -> None:
    details = " As of 2024\n Local authority     Integrated care board\n Wenmouth Council\n\n"
    assert _bodies(details) == [("local-authority", "Wenmouth Council", None, None)]
    assert "As of 2024" in unread_texts(read_letter(TEXT.replace(DETAILS, details)))


def test_without_a_partnership_in_the_title_its_bodies_are_unread() -> None:
    reading = read_letter(TEXT, frameworks=[attrs.evolve(_area_send(), partnerships=())])
    assert reading.inspection.partnership is None
    assert any("Iris Penn" in text for text in unread_texts(reading))


def test_a_lead_inspector_whom_a_field_names_is_not_added_again_from_the_team() -> None:
    own = load_framework(Path(__file__).parents[1] / "frameworks" / "lighthouse-review.toml")
    text = (
        "Lighthouses of Saltby: review\n\nSeen on: 4 May 2023\nLed by: Ann Reed\n\nWho came\n\n"
        "Coast Office                      Fog Signal Board\n"
        "Ann Reed, Coast Office inspector  Ike Mast, FSB inspector\n"
    )
    reading = read_letter(text, frameworks=[own])
    assert [(each.name, each.role) for each in reading.inspection.inspectors] == [
        ("Ann Reed", PersonRole.LEAD),
        ("Ike Mast", None),
    ]
    assert unread_texts(reading) == []


def test_an_item_without_words_above_a_table_is_no_header() -> None:
    table = " Responsible body               Areas for priority action"
    assert table in TEXT
    reading = read_letter(TEXT.replace(table, f" \u2022\n\n{table}"))
    assert _texts(reading.source, Category.PRIORITY_ACTION) == _texts(TEXT, Category.PRIORITY_ACTION)

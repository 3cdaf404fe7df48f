"""Reports: sentences that judge, numbered rows, sections that keep an area, asides up to a heading."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from reading_samples import hold_to_rules, lines_of

from inspection_model.errors import FrameworkError
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import find_framework, parse_framework
from inspection_model.reading import read_letter
from inspection_model.reading.judgement_sentences import find_sentences, judgement_in
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.sentences import whole
from inspection_model.vocabulary import Category, PassageRole, PersonRole, RemarkCode

TEXT = Path(__file__).with_name("reports").joinpath("tarnmouth-2016.txt").read_text(encoding="utf-8")
HELP, LEADERSHIP, BOARD = "help-and-protection", "leadership", "safeguarding-board"


def _sif() -> Framework:
    framework = find_framework("ofsted-sif")
    assert framework is not None
    return framework


def test_the_facts_above_the_text_and_the_team_below_it_are_read() -> None:
    reading = read_letter(TEXT)
    hold_to_rules(reading)
    inspection = reading.inspection
    assert inspection.framework == "ofsted-sif"
    assert inspection.authority is not None
    assert inspection.authority.name == "Tarnmouth Council"
    assert inspection.visit is not None
    assert inspection.visit.last_day == datetime.date(2016, 4, 28)
    assert inspection.publication is not None
    assert inspection.publication.date == datetime.date(2016, 6, 17)
    assert reading.quote("/publication/date_as_printed") == "17 June 2016"
    assert [(each.name, each.post, each.role) for each in inspection.inspectors] == [
        ("Nell Ashdown", "HMI", PersonRole.LEAD),
        ("Ike Fenwick", "HMI", None),
        ("Ada Birch", "HMI", None),
        ("Tom Rudge", "AI", None),
    ]


def test_sentences_numbered_rows_and_a_heading_give_the_judgements() -> None:
    judgements = read_letter(TEXT).inspection.judgements
    assert [(each.area, each.grade, each.part_of) for each in judgements] == [
        ("overall-effectiveness", "requires-improvement", None),
        (HELP, "requires-improvement", None),
        ("care-and-permanence", "good", None),
        ("adoption", "outstanding", "care-and-permanence"),
        ("care-leavers", "good", "care-and-permanence"),
        (LEADERSHIP, "inadequate", None),
        (BOARD, "good", None),
    ]
    first, last = judgements[0], judgements[-1]
    assert first.area_as_printed == "Children’s services in Tarnmouth"
    assert first.grade_as_printed == "require improvement to be good"
    assert last.area_as_printed == "The effectiveness of the Local Safeguarding Children Board (LSCB)"


def test_sections_keep_the_area_of_the_section_above() -> None:
    findings = read_letter(TEXT).inspection.findings
    assert [(each.category, each.area, each.number) for each in findings] == [
        (Category.OVERVIEW, None, None),  # the note below the table
        (Category.OVERVIEW, None, None),
        (Category.OVERVIEW, None, None),
        (Category.IMPROVEMENT, None, 1),
        (Category.IMPROVEMENT, None, 2),
        (Category.IMPROVEMENT, None, 3),
        (Category.MAIN_FINDING, None, 4),
        (Category.MAIN_FINDING, HELP, None),
        (Category.MAIN_FINDING, HELP, 5),
        (Category.MAIN_FINDING, HELP, 6),
        (Category.MAIN_FINDING, "adoption", 7),
        (Category.MAIN_FINDING, LEADERSHIP, 8),
        (Category.OVERVIEW, BOARD, None),
        (Category.IMPROVEMENT, BOARD, 9),
        (Category.MAIN_FINDING, BOARD, 10),
    ]
    assert findings[0].text == "A note on the table is here."
    assert findings[4].parts == ("with the family", "with the school.")
    assert findings[7].heading == "Summary"


def test_asides_end_at_the_next_heading_of_a_section() -> None:
    reading = read_letter(TEXT)
    asides = " ".join(TEXT[p.start : p.end] for p in reading.passages if p.role == PassageRole.ASIDE)
    for words in ("Contents", "4,100 children", "boats are painted", "Key judgement", "along the quay"):
        assert words in asides
    assert [each.code for each in reading.remarks if each.code is not RemarkCode.HEADING_UNKNOWN] == [
        RemarkCode.AUTHORITY_UNCERTAIN
    ]


def test_a_sentence_that_introduces_a_list_ends_an_aside() -> None:
    words = "A note on the table is here."
    aside = "Ofsted produces this report under its power here."
    other = f"{aside}\n\nThis local authority is good because:\n\n• Boats are kept."
    findings = read_letter(TEXT.replace(words, other)).inspection.findings
    assert (findings[0].category, findings[0].text) == (Category.OVERVIEW, "Boats are kept.")


def test_an_item_without_an_end_does_not_continue_in_an_aside() -> None:
    last = read_letter(TEXT).inspection.findings[-1]
    assert (last.number, last.text) == (10, "The board knows its town")


def test_an_unknown_heading_divides_an_overview_and_a_numbered_list() -> None:
    reading = read_letter(TEXT)
    by_heading = {each.heading: (each.category, each.number) for each in reading.inspection.findings}
    assert by_heading["Work at the quay"] == (Category.OVERVIEW, None)
    assert by_heading["Care of the pier"] == (Category.IMPROVEMENT, 3)
    remarks = [each.message for each in reading.remarks if each.code is RemarkCode.HEADING_UNKNOWN]
    assert len(remarks) == 2
    assert all(message.endswith("its items were read as those of the section above") for message in remarks)


def test_an_unknown_heading_above_other_text_ends_a_list_and_keeps_the_area() -> None:
    text = TEXT.replace("9. Invite the lighthouse.\n", "9. Invite the lighthouse.\n\nTides\n\nThey turn.\n")
    found = [each for each in read_letter(text).inspection.findings if each.heading == "Tides"]
    assert [(each.category, each.area, each.text) for each in found] == [
        (Category.MAIN_FINDING, BOARD, "They turn.")
    ]


def test_a_row_at_the_top_of_a_page_is_not_part_of_the_item_above() -> None:
    row = "The experiences and progress of\n                                                   Requires"
    above, _, below = TEXT.partition("Inspection judgements about the local authority\n\nKey")
    rest = below[below.index(row) :]
    findings = read_letter(f"{above}• {'Planks are dry and clean ' * 5}now.\n\f{rest}").inspection.findings
    assert (findings[7].area, findings[7].text) == (HELP, "Workers visit on most days.")


def test_a_page_break_in_a_list_of_inspectors_does_not_join_the_next_heading() -> None:
    head, _, rest = TEXT.partition("Information about this local authority area2")
    team = "Information about this inspection\n\nTeam inspectors: Ada Birch HMI, Tom Rudge\n\f"
    rest = rest.partition("Lead inspector")[0]
    reading = read_letter(f"{head}{team}Information about this local authority area2{rest}")
    assert "Tom Rudge" in [each.name for each in reading.inspection.inspectors]
    assert RemarkCode.UNREAD not in {each.code for each in reading.remarks}


def test_a_row_whose_area_has_no_section_is_no_heading() -> None:
    text = TEXT.replace("Workers visit on most days.", "Adoption performance   Good")
    findings = read_letter(text).inspection.findings
    assert findings[7].text.split() == ["Adoption", "performance", "Good"]


def test_the_header_of_the_table_may_be_directly_above_a_row() -> None:
    text = TEXT.replace("Judgement grade\n\nLeadership", "Judgement grade\nLeadership")
    assert text != TEXT
    assert read_letter(text).inspection.findings == read_letter(TEXT).inspection.findings


def test_text_directly_below_a_row_is_not_part_of_it() -> None:
    text = TEXT.replace("protection\nSummary\n\n", "protection\n")
    finding = read_letter(text).inspection.findings[7]
    assert (finding.area, finding.text) == (HELP, "Workers visit on most days.")
    assert finding.heading is not None
    assert finding.heading.endswith("help and protection Requires improvement")


def test_a_sentence_below_the_table_judges() -> None:
    note = "A note on the table is here."
    sentence = "The effectiveness of the Local Safeguarding Children Board (LSCB) is\ninadequate."
    judgements = read_letter(TEXT.replace(note, sentence)).inspection.judgements
    assert [each.grade for each in judgements if each.area == BOARD] == ["inadequate"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Children’s services in Tarnmouth are good", ("Children’s services in Tarnmouth", "good")),
        (
            "The overall judgement is that children’s services require improvement.",
            ("children’s services", "require improvement"),
        ),
        ("The overall judgement is good", ("The overall judgement", "good")),
        ("Children’s services in are good", None),
        ("Children’s services in Tarnmouth are very good at night", None),
        ("The harbour is good", None),
        ("Children’s services in Tarnmouth seem good", None),
        ("  ", None),
    ],
)
def test_a_sentence_is_all_that_its_words_state(words: str, found: tuple[str, str] | None) -> None:
    row = judgement_in(whole(lines_of(words)), _sif()) if words.strip() else None
    assert (None if row is None else row.area_words.words) == (None if found is None else found[0])
    if row is not None and found is not None:
        assert row.grade_words.words == found[1]


def test_sentences_that_judge_begin_a_line() -> None:
    text = "Title\n\nChildren’s services in Tarnmouth are\ngood\nThe overall judgement is a secret\nOf it"
    (found,) = find_sentences(lines_of(text), _sif())
    assert (found.first, found.end) == (1, 3)


def test_the_longest_heading_with_which_a_longer_one_begins_counts() -> None:
    headings = headings_of(_sif())
    assert headings.section_of_longer("Summary of the year") is headings.section("Summary")
    assert headings.section_of_longer("Summary of findings are here") is None


BASE = 'id = "pier"\ntitle = "Piers"\ninspectorate = "Pier Office"\nform = "report"\n'


@pytest.mark.parametrize(
    "sentence", ["It is {grade}", "{area} is", "{area} is{grade}", "{area} and {area} {grade}"]
)
def test_a_sentence_that_judges_names_an_area_and_ends_with_a_grade(sentence: str) -> None:
    with pytest.raises(FrameworkError, match=r"judgement_sentences\[0\]: .*does not name an area"):
        parse_framework(f'{BASE}judgement_sentences = ["{sentence}"]', name="pier.toml")


def test_a_slot_in_a_heading_is_each_form_of_a_grade() -> None:
    own = parse_framework(
        BASE
        + """
        grade = [{ id = "calm", rank = 1, printed = ["Calm", "Still"] }]
        area = [{ id = "pier", printed = ["The pier in {authority}, its end"] }]
        judgement_sentences = ["{area} is {grade}"]
        aside_headings = ["Weather"]
        phrases.subject = ["Review of {authority} pier"]
        phrases.opening = ["Seen on: {visit}"]
        section = [
          { category = "main-finding", area = "pier", headings = ["The pier is {grade}", "Planks"] },
          { category = "strength", keeps_area = true, headings = ["What is dry"] },
        ]
        """,
        name="pier.toml",
    )
    assert own.sections[0].headings == ("The pier is Calm", "The pier is Still", "Planks")
    text = (
        "Review of Wenmouth pier\n\nSeen on: 4 May 2023\n\nThe pier is still\n\nLamps are lit.\n\n"
        "Weather\n\nIt rained.\n\nWhat is dry\n\nThe roof is dry."
    )
    inspection = read_letter(text, frameworks=[own]).inspection
    assert [(each.category, each.area, each.text) for each in inspection.findings] == [
        (Category.MAIN_FINDING, "pier", "Lamps are lit."),
        (Category.STRENGTH, "pier", "The roof is dry."),
    ]
    row = judgement_in(whole(lines_of("The pier in Wenmouth, its end is calm.")), own)
    assert row is not None
    assert row.grade.id == "calm"

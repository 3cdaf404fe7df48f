"""Reports: title, labelled fields, the table of judgements, sections by area, and what is no part of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from reading_samples import hold_to_rules, lines_of, unread_texts

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import find_framework, parse_framework, shipped_frameworks
from inspection_model.model.finding import Reference
from inspection_model.model.inspection import Inspection
from inspection_model.reading import read_letter
from inspection_model.reading.judgement_table import JudgementTable, find_table
from inspection_model.vocabulary import Category, PassageRole, PersonRole, PublicationForm, RemarkCode

REPORT = Path(__file__).with_name("reports") / "marrowby-2024.txt"
TEXT = REPORT.read_text(encoding="utf-8")
HELP, CARE = "help-and-protection", "care"


def _ilacs() -> Framework:
    framework = find_framework("ofsted-ilacs")
    assert framework is not None
    return framework


def test_the_facts_above_the_text_are_read() -> None:
    reading = read_letter(TEXT)
    hold_to_rules(reading)
    inspection = reading.inspection
    assert inspection.framework == "ofsted-ilacs"
    assert inspection.authority is not None
    assert inspection.authority.name == "Marrowby"
    assert inspection.publication is not None
    assert inspection.publication.form is PublicationForm.REPORT
    assert inspection.publication.title == "Inspection of Marrowby local authority children’s services"
    assert inspection.visit is not None
    assert inspection.visit.first_day == datetime.date(2024, 11, 4)
    assert inspection.visit.last_day == datetime.date(2024, 11, 15)
    (lead,) = inspection.inspectors
    assert (lead.name, lead.post, lead.role) == ("Nell Ashdown", "His Majesty’s Inspector", PersonRole.LEAD)
    assert unread_texts(reading) == []


def test_each_judgement_has_its_area_and_its_grade_as_printed_and_as_understood() -> None:
    reading = read_letter(TEXT)
    assert [(each.area, each.grade, each.rank) for each in reading.inspection.judgements] == [
        (HELP, "good", 2),
        ("leadership", "requires-improvement", 3),
        (CARE, "outstanding", 1),
        ("care-leavers", "inadequate", 4),
        ("overall-effectiveness", "requires-improvement", 3),
    ]
    second = reading.inspection.judgements[1]
    assert second.grade_as_printed == "Requires improvement to be good"
    assert reading.quote("/judgements/1/grade_as_printed").split() == second.grade_as_printed.split()
    assert reading.quote("/judgements/3/grade_as_printed") == "Inadequate"


def test_findings_have_the_area_of_their_heading_and_their_number() -> None:
    findings = read_letter(TEXT).inspection.findings
    assert [(each.category, each.area, each.number) for each in findings] == [
        (Category.OVERVIEW, None, None),
        (Category.OVERVIEW, None, None),
        (Category.IMPROVEMENT, None, None),
        (Category.IMPROVEMENT, None, None),
        (Category.MAIN_FINDING, HELP, 1),
        (Category.MAIN_FINDING, HELP, 2),
        (Category.MAIN_FINDING, CARE, 3),
        (Category.MAIN_FINDING, "care-leavers", 4),
        (Category.MAIN_FINDING, "leadership", 5),
    ]
    assert findings[2].references == (Reference(scheme="national framework", value="outcome 3"),)
    assert findings[3].parts == ("vaccines", "allergies.")
    assert findings[5].text.endswith("where words are hard to find.")  # across a page break
    assert findings[6].text.endswith("fell to 14. No child moved three times.")


def test_a_numbered_item_without_an_end_continues_after_a_break() -> None:
    text = TEXT.replace(
        "Leaders read case files each", "Leaders read the files of the\n\nHarbour Office each"
    )
    last = read_letter(text).inspection.findings[-1]
    assert (last.number, last.text) == (5, "Leaders read the files of the Harbour Office each week.")


def test_a_reference_may_be_on_a_line_of_its_own() -> None:
    text = TEXT.replace("checked. (Outcome 3,", "checked.\n\n  (Outcome 3,")
    assert read_letter(text).inspection.findings == read_letter(TEXT).inspection.findings


def test_the_standard_text_is_an_aside() -> None:
    reading = read_letter(TEXT)
    asides = [TEXT[p.start : p.end] for p in reading.passages if p.role == PassageRole.ASIDE]
    assert asides[0].startswith("The Office for Standards")
    assert asides[-1] == "Main findings are published on its website."


def test_a_grade_in_a_heading_that_differs_from_the_table_gets_a_remark() -> None:
    mismatches = [r for r in read_letter(TEXT).remarks if r.code is RemarkCode.GRADE_MISMATCH]
    assert len(mismatches) == 1
    same = TEXT.replace("and families: good", "and families: requires improvement to be good")
    assert all(r.code is not RemarkCode.GRADE_MISMATCH for r in read_letter(same).remarks)


def test_a_report_is_not_asked_for_the_parts_of_a_letter() -> None:
    codes = {remark.code for remark in read_letter(TEXT).remarks}
    assert codes == {RemarkCode.AUTHORITY_UNCERTAIN, RemarkCode.GRADE_MISMATCH}


def test_the_name_of_the_authority_may_begin_the_title() -> None:
    title = "Inspection of Marrowby local authority\n\nchildren’s services"
    for other in (
        "Marrowby\n\nInspection of children’s social care services",
        "Inspection of Marrowby children’s services",
    ):
        inspection = read_letter(TEXT.replace(title, other, 1)).inspection
        assert inspection.authority is not None
        assert inspection.authority.name == "Marrowby"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Inspection of Marrowby", "A review of Marrowby"),  # no title of the framework
        ("Inspection of Marrowby local authority\n\nchildren’s services\n", ""),
        ("Inspection dates: 4", "On 4"),
    ],
)
def test_a_text_without_a_title_above_a_label_is_no_report(old: str, new: str) -> None:
    text = TEXT.replace(old, new, 1).replace("Lead inspector:", "By")
    assert read_letter(text).inspection == Inspection()


def test_a_letter_that_encloses_a_report_is_no_report() -> None:
    assert read_letter(f"Dear Ida\n\n{TEXT}").inspection.framework is None


def test_a_report_without_a_table_has_no_judgements_and_a_remark() -> None:
    start, end = TEXT.index("Judgement   "), TEXT.index("Marrowby has new")
    reading = read_letter(TEXT[:start] + TEXT[end:])
    assert reading.inspection.judgements == ()
    assert RemarkCode.JUDGEMENTS_MISSING in {remark.code for remark in reading.remarks}
    assert len(reading.inspection.findings) == 9


@pytest.mark.parametrize("header", [True, False])
def test_areas_and_grades_that_do_not_pair_give_no_judgement_and_a_remark(header: bool) -> None:
    text = TEXT.replace("Inadequate\n", "\n", 1)
    if not header:
        text = text.replace("Judgement                              Grade\n", "", 1)
    reading = read_letter(text)
    assert reading.inspection.judgements == ()
    messages = [r.message for r in reading.remarks if r.code is RemarkCode.JUDGEMENTS_MISSING]
    assert "the areas and the grades of the table of judgements do not pair" in messages


def test_a_report_that_only_has_its_front_matter_is_recognised() -> None:
    inspection = read_letter(TEXT[: TEXT.index("Marrowby has new")]).inspection
    assert len(inspection.judgements) == 5
    assert inspection.findings == ()


# The table.


def _table(text: str) -> JudgementTable | None:
    return find_table(lines_of(text), _ilacs(), first=0)


CARERS = "The experiences and progress of children in care"
BOTH = f"{CARERS} and care leavers"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Overall effectiveness   Good", [("overall-effectiveness", "good")]),
        ("Overall effectiveness Good", [("overall-effectiveness", "good")]),
        ("Overall effectiveness\nGood", [("overall-effectiveness", "good")]),
        ("Good\nOverall effectiveness", []),
        (
            "Requires improvement\nOverall effectiveness\nto be good",
            [],
        ),
        (
            f"{CARERS}   Good\n   Requires improvement\nOverall effectiveness\n   to be good",
            [(CARE, "good"), ("overall-effectiveness", "requires-improvement")],
        ),
        (f"{CARERS}\n\n   Good\n\nand care leavers", [("care-and-care-leavers", "good")]),
        (f"{BOTH}   Requires improvement\n\nText.", [("care-and-care-leavers", "requires-improvement")]),
        ("Overall effectiveness   Good\n\nOverall, help is good.", [("overall-effectiveness", "good")]),
    ],
)
def test_the_words_of_a_row_may_be_beside_between_above_or_below(
    text: str, rows: list[tuple[str, str]]
) -> None:
    table = _table(text)
    assert table is not None
    assert [(row.area.id, row.grade.id) for row in table.rows] == rows


ROWS = (
    "Judgement   Grade\nOverall effectiveness   Good\nThe experiences and progress of care leavers   Good\n\n"
)
BELOW = "The experiences and progress of care leavers"


@pytest.mark.parametrize(
    "heading",
    [
        f"{BELOW} good",
        BELOW,
        "The experiences and progress of children in\ncare: good",  # its first line begins like a row
    ],
)
def test_a_heading_directly_below_the_table_is_no_row(heading: str) -> None:
    table = _table(f"{ROWS}{heading}\n\n1. Help is good.")
    assert table is not None
    assert [row.area.id for row in table.rows] == ["overall-effectiveness", "care-leavers"]
    assert table.end == 3


@pytest.mark.parametrize(
    "last",
    [
        "The experiences and progress of children in\ncare: good",  # directly below the last row
        "\nThe experiences and progress of children in   Good",  # with a grade
        "\nThe experiences and progress of children in\nRequires improvement to be",  # with part of one
    ],
)
def test_a_row_that_is_not_whole_leaves_the_table_without_rows(last: str) -> None:
    table = _table(f"{ROWS.rstrip()}\n{last}\n\nText.")
    assert table is not None
    assert table.rows == ()


def test_the_header_of_the_table_may_have_a_soft_hyphen() -> None:
    reading = read_letter(TEXT.replace("Judgement  ", "Judge\u00adment  ", 1))
    assert reading.inspection == read_letter(TEXT).inspection
    assert unread_texts(reading) == []


def test_the_table_ends_where_its_words_end() -> None:
    table = _table("Title\n\nOverall effectiveness   Good\n\nOverall, help is good.")
    assert table is not None
    assert (table.first, table.end) == (1, 2)
    assert _table("Help is good.\nNothing else.") is None


# The framework's file.


def test_a_framework_of_ones_own_may_have_reports() -> None:
    own = parse_framework(
        """
        id = "harbour-review"
        title = "Review of harbours"
        form = "report"
        inspectorate = "Harbour Office"
        grade_links = ["–"]
        asides = ["About us"]
        phrases.subject = ["Review of {authority} harbour"]
        phrases.opening = ["Seen on: {visit}"]
        area = [{ id = "quay", printed = ["The quay"] }]
        grade = [
          { id = "calm", rank = 1, printed = ["Calm"] },
          { id = "rough", rank = 2, printed = ["Rough"] },
        ]
        [[section]]
        category = "overview"
        unheaded = true
        [[section]]
        category = "main-finding"
        area = "quay"
        """,
        name="harbour.toml",
    )
    text = (
        "Review of Wenmouth harbour\n\nSeen on: 4 May 2023\n\nThe quay   Rough\n\nIt was wet.\n\n"
        "The quay– rough\n\nLadders are missing.\n\nAbout us\n\nWe look at harbours."
    )
    inspection = read_letter(text, frameworks=[*shipped_frameworks(), own]).inspection
    assert inspection.framework == "harbour-review"
    assert [(each.area, each.rank) for each in inspection.judgements] == [("quay", 2)]
    assert [(each.category, each.area, each.text) for each in inspection.findings] == [
        (Category.OVERVIEW, None, "It was wet."),
        (Category.MAIN_FINDING, "quay", "Ladders are missing."),
    ]


def test_words_of_an_area_beside_other_words_below_the_table_are_no_row() -> None:
    last = f"\n{' ' * 39}be good\n"
    below = "\nThe experiences and progress of           something else\n"
    text = TEXT.replace(last, f"{last}{below}", 1)
    assert text != TEXT
    assert read_letter(text).inspection.judgements == read_letter(TEXT).inspection.judgements

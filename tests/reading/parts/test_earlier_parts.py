"""References to earlier inspections, and statements about earlier findings, in letters and reports."""

from __future__ import annotations

import pytest

import inspection_model as im
from inspection_model.rendering import render_text

LETTER = """3 June 2021

Ms Ada Ferry
Director of Children’s Services

Dear Ms Ferry

Focused visit to Otterford children’s services

This letter summarises the findings of the focused visit to Otterford children’s services on 4 and 5 May 2021.
The inspectors were Tom Weir, HMI, and Una Marsh, HMI.
{opening}

Headline findings

{headline}

Areas for priority action

{priority}

Main findings

{main}

Yours sincerely

Tom Weir
His Majesty’s Inspector
"""


def read(
    *, opening: str = "", headline: str = "It is calm.", priority: str = "- Do it.", main: str = "- So."
) -> im.Reading:
    return im.read_letter(LETTER.format(opening=opening, headline=headline, priority=priority, main=main))


def quoted(reading: im.Reading, pointer: str) -> str:
    return " ".join(reading.quote(pointer).split())


def references(reading: im.Reading) -> list[tuple[str, str | None, int | None, int | None]]:
    found = reading.inspection.earlier_inspections
    return [(each.as_printed, each.framework, each.year, each.month) for each in found]


def outcomes(reading: im.Reading) -> list[tuple[str, str, str | None]]:
    declared = reading.inspection.declared
    return [(each.category, each.state, each.as_printed) for each in declared if each.state.is_outcome]


def test_a_reference_within_a_finding_has_a_passage_of_its_own() -> None:
    text = "Since the last inspection in March 2018, calls are answered."
    reading = read(headline=text)
    assert references(reading) == [("last inspection in March 2018", None, 2018, 3)]
    assert quoted(reading, "/earlier_inspections/0/as_printed") == "last inspection in March 2018"
    assert reading.inspection.findings[0].text == quoted(reading, "/findings/0/text") == text


def test_references_are_in_the_order_of_the_document_and_each_counts() -> None:
    reading = read(
        opening="It follows the JTAI in 2019.",
        headline="The last inspection was long.",
        main="- The last inspection was long.",
    )
    assert [words for words, *_ in references(reading)] == [
        "JTAI in 2019",
        "last inspection",
        "last inspection",
    ]
    assert reading.coverage < 1  # the other words of the opening are not understood


def test_a_reference_that_a_page_break_interrupts_has_two_passages() -> None:
    reading = read(headline="Since the last\n\n2\n\f\ninspection in 2018, calls are answered.")
    role = "/earlier_inspections/0/as_printed"
    assert [each.role for each in reading.passages].count(role) == 2
    assert quoted(reading, role) == "last inspection in 2018"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At the focused visit in May 2021 it rained.", []),
        ("The inspection in 2021 was short.", []),
        ("The JTAI in 2021 was short.", [("JTAI in 2021", "ofsted-jtai", 2021, None)]),
        ("The last inspection in 2021 was short.", [("last inspection in 2021", None, 2021, None)]),
        ("The focused visit in 2022 will be short.", []),
    ],
)
def test_a_date_that_is_not_earlier_is_that_of_the_present_inspection_or_of_a_later_one(
    words: str, expected: list[tuple[str, str | None, int | None, int | None]]
) -> None:
    reading = read(headline=words)
    assert references(reading) == expected
    assert im.RemarkCode.DATE_IMPOSSIBLE not in [each.code for each in reading.remarks]


def test_an_earlier_inspection_with_a_later_date_has_none_and_a_remark() -> None:
    reading = read(headline="The last inspection in June 2024 was short.")
    assert references(reading) == [("last inspection in June 2024", None, None, None)]
    (remark,) = [each for each in reading.remarks if each.code is im.RemarkCode.DATE_IMPOSSIBLE]
    assert remark.pointer == "/earlier_inspections/0/as_printed"
    assert remark.message == '"last inspection in June 2024" gives no date: it is not before this inspection'


def test_a_statement_within_a_finding_is_a_declaration_with_its_words() -> None:
    words = "All areas for improvement of the last inspection have been addressed"
    reading = read(main=f"- It is calm. {words}. So it is.")
    assert outcomes(reading) == [("improvement", "addressed", words)]
    assert quoted(reading, "/declared/0/as_printed") == words
    assert quoted(reading, "/findings/2/text") == f"It is calm. {words}. So it is."


def test_a_finding_that_is_a_statement_is_quoted_whole() -> None:
    text = "The 2018 inspection’s areas for improvement, and those of the 2019 inspection, remain."
    reading = read(main=f"- {text}")
    assert outcomes(reading) == [("improvement", "not-addressed", text[:-1])]
    assert quoted(reading, "/findings/2/text") == text
    assert [year for _, _, year, _ in references(reading)] == [2018, 2019]


def test_a_statement_in_the_place_of_a_list_is_no_finding() -> None:
    words = "The areas for priority action of the 2019 inspection have been addressed"
    reading = read(priority=f"{words}.")
    assert outcomes(reading) == [("priority-action", "addressed", words)]
    assert "priority-action" not in [each.category for each in reading.inspection.findings]
    assert references(reading) == [("2019 inspection", None, 2019, None)]


def test_silence_and_doubt_are_no_statement() -> None:
    assert (
        outcomes(read(main="- Leaders must ensure that the previous priority actions have been addressed."))
        == []
    )
    assert outcomes(read(main="- Children were met at the last inspection.")) == []


@pytest.mark.parametrize("framework", ["ofsted-focused-visit", "ofsted-ilacs", "ofsted-area-send"])
def test_what_is_not_within_a_finding_is_written_where_it_is_read(framework: str) -> None:
    stated = im.Declaration(
        category=im.Category.IMPROVEMENT,
        state=im.DeclarationState.PARTLY_ADDRESSED,
        as_printed="The previous areas for improvement have been partly addressed",
    )
    inspection = im.Inspection(
        framework=framework,
        findings=[im.Finding(category=im.Category.MAIN_FINDING, text="Since the JTAI in 2008 it is calm.")],
        declared=[stated],
        earlier_inspections=[
            im.EarlierInspection(as_printed="last inspection", year=None),
            im.EarlierInspection(as_printed="JTAI in 2008", framework="ofsted-jtai", year=2008),
        ],
    )
    text = render_text(inspection)
    assert (
        text.count("JTAI in 2008")
        == text.count("last inspection")
        == text.count(stated.as_printed or "")
        == 1
    )
    plain = im.Inspection(
        framework=framework, declared=[im.Declaration(category=stated.category, state=stated.state)]
    )
    assert f"{stated.as_printed}." in render_text(plain)


def test_a_letter_that_refers_is_read_back() -> None:
    reading = read(
        headline="Since the last inspection in March 2018, calls are answered.",
        main="- All areas for improvement of the last inspection have been addressed.",
    )
    written = render_text(reading.inspection)
    again = im.read_letter(written).inspection
    assert again.earlier_inspections == reading.inspection.earlier_inspections
    assert again.declared == reading.inspection.declared


def test_an_own_kind_is_known_by_its_mentions() -> None:
    toml = """
id = "tidewatch-harbour-survey"
title = "Harbour survey"
inspectorate = "Tidewatch"
subjects = ["harbour survey of"]
mentions = ["harbour survey"]

[phrases]
subject = ["Harbour survey of {authority}"]
opening = ["surveyed the harbour of {authority} on {visit}"]

[[section]]
category = "strength"
headings = ["Shipshape"]
"""
    from inspection_model.frameworks.loading import parse_framework

    framework = parse_framework(toml, name="harbour.toml")
    text = (
        "Dear Ms Ferry\n\nHarbour survey of Saltby\n\nWe surveyed the harbour of Saltby on 3 May 2021.\n\n"
        "Shipshape\n\n- Much is better than at the last harbour survey in April 2019.\n\n"
        "Yours sincerely\n\nTom Weir\n"
    )
    (found,) = im.read_letter(text, frameworks=[framework]).inspection.earlier_inspections
    assert found == im.EarlierInspection(
        as_printed="last harbour survey in April 2019",
        framework="tidewatch-harbour-survey",
        year=2019,
        month=4,
    )

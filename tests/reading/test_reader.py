"""Whole letters: the invented samples have the peculiarities of real letters, and all are read."""

from __future__ import annotations

import datetime
import re
from typing import cast

import pytest
from reading_samples import LETTERS, SAMPLES, focused_letter, inspection_of, reading_of, ucra_framework

from inspection_model.errors import InvalidTypeError
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.model.inspection import Inspection
from inspection_model.model.obligation import Due
from inspection_model.model.person import Person
from inspection_model.reading import read_letter
from inspection_model.rendering.text import render_text
from inspection_model.serialising import loads
from inspection_model.vocabulary import Category, DeclarationState, DueUnit, PassageRole, RemarkCode


def _sample(name: str) -> Inspection:
    return inspection_of(SAMPLES[name])


def _texts(inspection: Inspection, category: Category) -> list[str]:
    return [finding.text for finding in inspection.findings if finding.category is category]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_completely(name: str) -> None:
    reading = reading_of(SAMPLES[name])
    assert reading.coverage == 1.0
    assert reading.inspection.framework
    assert reading.inspection.findings


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_gives_the_stored_reading(name: str) -> None:
    """Every fact, passage and remark; ``inspection-model read --reading`` writes these files."""
    stored = (LETTERS / f"{name}.json").read_bytes()
    assert reading_of(SAMPLES[name]) == loads(stored)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_rendered_letter_of_every_sample_gives_the_same_record(name: str) -> None:
    inspection = _sample(name)
    assert inspection_of(render_text(inspection)) == inspection


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_gives_the_same_record_with_other_line_ends(name: str) -> None:
    plain = SAMPLES[name].replace("\r\n", "\n")
    for text in (
        plain,
        plain.replace("\n", "\r\n"),
        plain.replace("\n", "\r"),
        f"{plain}\n",
        plain.rstrip("\n"),
    ):
        assert read_letter(text).inspection == _sample(name)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_of_a_sample_is_quoted_from_its_source(name: str) -> None:
    reading = reading_of(SAMPLES[name])
    for index, finding in enumerate(reading.inspection.findings):
        assert "".join(reading.quote(f"/findings/{index}/text").split()) == "".join(finding.text.split())


def test_the_letter_of_2009_declares_three_and_lists_two() -> None:
    reading = reading_of(SAMPLES["northmere-2009"])
    inspection = reading.inspection
    assert inspection.framework == "ofsted-ucra"
    assert [
        len(_texts(inspection, category))
        for category in (
            Category.SATISFACTORY,
            Category.STRENGTH,
            Category.IMPROVEMENT,
            Category.PRIORITY_ACTION,
        )
    ] == [3, 1, 2, 2]
    assert [(d.state, d.count) for d in inspection.declared] == [
        (DeclarationState.SPECIFIED, 3),
        (DeclarationState.UNSPECIFIED, None),
    ]
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.COUNT_MISMATCH]
    assert reading.source[remark.start : remark.end] == "three areas for priority action"
    assert remark.related == ("/findings/6", "/findings/7")


def test_the_letter_of_2009_has_wraps_and_page_breaks_inside_its_items() -> None:
    inspection = _sample("northmere-2009")
    assert _texts(inspection, Category.SATISFACTORY)[1].endswith(
        "is full and is checked by two people; gaps are rare."
    )
    assert (
        _texts(inspection, Category.IMPROVEMENT)[0]
        == "Notes are kept in three places. There were also good notes."
    )
    assert _texts(inspection, Category.PRIORITY_ACTION)[0].endswith("a short-term answer is given.")


def test_the_letter_of_2009_has_its_addressee_on_one_line() -> None:
    letter = _sample("northmere-2009").publication
    assert letter is not None
    assert letter.recipients == (
        Person(
            name="Mrs Ada Quill",
            post="Director of Children's Services",
            organisation="Northmere Council",
            address=("Tower House Bell Street Northmere NM3 4CD",),
        ),
    )
    assert letter.signatories == (Person(name="Otto Penn", post="Divisional Manager, Visits North"),)


def test_a_letterhead_in_two_columns_is_read_by_its_columns() -> None:
    (inspectorate,) = _sample("otterford-2019").inspectorates
    assert inspectorate.address == ("Pear Gate", "Stone Street", "Otterford O1 2WD")
    assert [contact.kind.value for contact in inspectorate.contacts] == [
        "telephone",
        "textphone",
        "email",
        "web",
    ]


def test_two_addressees_of_two_organisations_are_separated() -> None:
    letter = _sample("otterford-2019").publication
    assert letter is not None
    assert [(p.name, p.post, p.organisation) for p in letter.recipients] == [
        ("Ms Ida Fenwick", "Executive Director of Children, Families and Learning", "Otterford City Council"),
        ("Mr Sam Rook", "Chief Executive", "Otterford Children\u2019s Trust"),
    ]
    assert letter.salutation == "Dear Ms Fenwick and Mr Rook"
    assert letter.title == "Focused visit to Otterford local authority children\u2019s services"


def test_page_numbers_form_feeds_and_footnotes_are_furniture() -> None:
    reading = reading_of(SAMPLES["otterford-2019"])
    furniture = "".join(
        reading.source[p.start : p.end] for p in reading.passages if p.role == PassageRole.FURNITURE
    )
    assert furniture.split()[-1] == "4"
    assert "A note on the words of the heading," in furniture
    inspection = reading.inspection
    assert _texts(inspection, Category.PRIORITY_ACTION) == [
        "the speed with which a worried caller is called back, by day and by night"
    ]
    assert _texts(inspection, Category.MAIN_FINDING)[1].startswith(
        "Visits are made to every home in the first week"
    )


def test_headings_are_found_wrapped_with_a_footnote_digit_a_colon_and_after_a_form_feed() -> None:
    inspection = _sample("otterford-2019")
    assert list(dict.fromkeys(finding.heading for finding in inspection.findings)) == [
        "Overview",
        "Area for priority action",
        "What needs to improve in this area of social work practice?1",
        "Findings:",
    ]


def test_words_of_a_heading_in_a_wrapped_line_open_no_section() -> None:
    overview = _texts(_sample("otterford-2019"), Category.OVERVIEW)
    assert len(overview) == 2
    assert "Main roads are Findings of the survey" in overview[0]
    assert "say that they Strengths matter to them" in overview[1]


def test_sub_items_and_numbers_in_sentences_belong_to_their_item() -> None:
    improvements = [f for f in _sample("otterford-2019").findings if f.category is Category.IMPROVEMENT]
    assert [finding.parts for finding in improvements] == [
        (),
        ("maps of the harbour", "maps of the hills, the long-distance paths and the woods"),
        (),
    ]
    assert improvements[2].text.endswith("should be under 25. Older ones mislead.")


def test_an_action_plan_is_due_in_working_days_in_digits_and_words() -> None:
    assert [o.due for o in _sample("otterford-2019").obligations] == [
        Due(unit=DueUnit.WORKING_DAYS, count=70),
        Due(unit=DueUnit.WORKING_DAYS, count=20),
    ]


def test_a_letterhead_at_the_end_a_missing_date_and_a_misspelt_sign_off_are_read() -> None:
    reading = reading_of(SAMPLES["wexcombe-undated"])
    (inspectorate,) = reading.inspection.inspectorates
    assert inspectorate.address == ("Pear Gate", "Stone Street", "Otterford", "O1 2WD")
    letter = reading.inspection.publication
    assert letter is not None
    assert letter.date is None
    assert letter.recipients[0].organisation == "Wexcombe County Council"
    assert letter.signatories == (Person(name="Una Hart", post="His Majesty\u2019s Inspector"),)
    assert RemarkCode.LETTER_DATE_MISSING in {remark.code for remark in reading.remarks}


def test_a_period_on_two_lines_and_in_two_months_is_read() -> None:
    visit = _sample("wexcombe-undated").visit
    assert visit is not None
    assert (visit.first_day, visit.last_day) == (datetime.date(2025, 9, 29), datetime.date(2025, 10, 1))
    assert len(visit.days) == 3


def test_a_statement_that_there_are_no_findings_is_a_declaration() -> None:
    (declared,) = _sample("wexcombe-undated").declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, DeclarationState.NONE)


def test_tags_prose_and_an_unknown_heading_are_kept() -> None:
    inspection = _sample("wexcombe-undated")
    references = [finding.references for finding in inspection.findings if finding.references]
    assert [(r[0].scheme, r[0].value) for r in references] == [
        ("national framework", "outcome 3"),
        ("national framework", "enabler 2"),
    ]
    findings = [(f.heading, f.text) for f in inspection.findings if f.category is Category.MAIN_FINDING]
    assert findings[1][1].endswith("one of them said, and the panel agreed with that.")
    assert findings[2] == ("Help for carers", "Carers have a number to call at night.")


def test_misprinted_dates_keep_their_words_and_give_remarks() -> None:
    reading = reading_of(SAMPLES["tarn-valley-2018"])
    inspection = reading.inspection
    assert inspection.visit is not None
    assert inspection.visit.as_printed == "5 and 4 June 2018"
    assert inspection.visit.days == ()
    assert inspection.publication is not None
    assert inspection.publication.date_as_printed == "31 June 2018"
    assert inspection.publication.date is None
    messages = [remark.message for remark in reading.remarks if remark.code is RemarkCode.DATE_IMPOSSIBLE]
    assert len(messages) == 2


def test_areas_that_are_carried_over_are_declared_and_are_not_findings() -> None:
    inspection = _sample("tarn-valley-2018")
    (declared,) = inspection.declared
    assert declared.state is DeclarationState.CARRIED_OVER
    assert _texts(inspection, Category.PRIORITY_ACTION) == []


def test_numbered_items_keep_their_numbers_and_their_sub_items() -> None:
    improvements = [f for f in _sample("tarn-valley-2018").findings if f.category is Category.IMPROVEMENT]
    assert [(f.number, f.parts) for f in improvements] == [(1, ()), (2, ()), (3, ("its words", "its tone"))]


def test_the_signatory_of_a_letter_without_a_sign_off_is_at_its_end() -> None:
    letter = _sample("tarn-valley-2018").publication
    assert letter is not None
    assert letter.signatories == (Person(name="Rex Toll", post="Her Majesty's Inspector"),)


def test_an_action_plan_may_be_due_on_a_date() -> None:
    (obligation,) = _sample("tarn-valley-2018").obligations
    assert obligation.due == Due(unit=DueUnit.DATE, date=datetime.date(2018, 9, 3))


def test_the_codes_of_an_authority_are_those_of_the_register() -> None:
    text = focused_letter().replace("Otterford", "Plymouth")
    authority = inspection_of(text).authority
    assert authority is not None
    assert {(i.scheme.value, i.value) for i in authority.identifiers} >= {("dfe", "879")}


@pytest.mark.parametrize(
    ("visit", "written", "codes"),
    [
        # The code changed on 1 April 2013: the day of the visit decides, otherwise that of the letter.
        ("28 March 2013", "9 April 2013", {"929", "E06000048"}),
        ("9 April 2013", "28 March 2013", {"929", "E06000057"}),
        ("", "28 March 2013", {"929", "E06000048"}),
        ("", "9 April 2013", {"929", "E06000057"}),
        ("", "", {"929"}),
    ],
)
def test_the_codes_are_those_in_force_on_the_day_of_the_visit_or_else_of_the_letter(
    visit: str, written: str, codes: set[str]
) -> None:
    text = focused_letter(head=f"{written}\n\n", opening=f"on {visit}." if visit else "then.")
    reading = reading_of(text.replace("Otterford", "Northumberland"))
    assert reading.inspection.authority is not None
    assert {identifier.value for identifier in reading.inspection.authority.identifiers} == codes
    assert [
        remark.message for remark in reading.remarks if remark.code is RemarkCode.AUTHORITY_UNCERTAIN
    ] == (
        []
        if len(codes) == 2
        else ['not all codes for "Northumberland": its codes changed, and the day of the visit is not known']
    )


def test_an_authority_that_the_register_does_not_have_gets_no_codes_and_a_remark() -> None:
    reading = reading_of(focused_letter())
    assert reading.inspection.authority is not None
    assert reading.inspection.authority.identifiers == ()
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.AUTHORITY_UNCERTAIN]
    assert reading.source[remark.start : remark.end] == "Otterford"


def test_characters_that_are_not_text_are_left_out_with_one_remark() -> None:
    text = focused_letter(body="Findings\n\n- One\x00 thing\x01 was \ud800 seen\u00ad.\n")
    reading = reading_of(text)
    assert reading.inspection.findings[0].text == "One thing was seen."
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.CONTROL_CHARACTER]
    assert remark.message == "the character U+0000 is not text and was left out, and 2 more"
    assert text[remark.start : remark.end] == "\x00"
    for body, message in (
        ("Findings\n\n- One\x00 thing was seen.\n", "the character U+0000 is not text and was left out"),
        ("Findings\n\n- \x01O\x00ne.\n", "the character U+0001 is not text and was left out, and 1 more"),
    ):
        assert message in {remark.message for remark in reading_of(focused_letter(body=body)).remarks}


def test_a_soft_hyphen_between_letters_is_left_out_with_a_remark() -> None:
    reading = reading_of(focused_letter(body="Findings\n\n- One thing was se\u00aden.\n"))
    assert reading.inspection.findings[0].text == "One thing was seen."
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.CONTROL_CHARACTER]
    assert reading.source[remark.start : remark.end] == "\u00ad"
    reading = reading_of(focused_letter(body="Findings\n\n- One thing was seen\u00ad.\n"))
    assert reading.inspection.findings[0].text == "One thing was seen."
    assert RemarkCode.CONTROL_CHARACTER not in {remark.code for remark in reading.remarks}


def test_the_problems_of_a_layout_are_remarks() -> None:
    reading = reading_of(focused_letter(body="Findings\n\n- The town&rsquo;s lamps are lit.\n"))
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.TEXT_DAMAGED]
    assert reading.source[remark.start : remark.end] == "&rsquo;"


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u3164", "\u17b4", "\U000e0041"])
def test_a_fact_with_an_invisible_character_gets_a_remark(character: str) -> None:
    """`str.isprintable` is true for some of them."""
    reading = reading_of(focused_letter(body=f"Findings\n\n- One {character}thing was seen.\n"))
    assert RemarkCode.AUTHORITY_UNCERTAIN in {remark.code for remark in reading.remarks}
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.INVISIBLE_CHARACTER]
    assert remark.pointer == "/findings/0/text"
    assert remark.start is not None
    assert reading.source[remark.start : remark.end].startswith("One")


def test_a_page_break_between_the_salutation_and_the_subject_changes_nothing() -> None:
    text = focused_letter()
    for page_end in ("\n\n2\n\n", "\n\n2\n\f", "\f"):
        reading = reading_of(text.replace("Fenwick\n\nFocused", f"Fenwick{page_end}Focused"))
        assert reading.inspection == inspection_of(text)


def test_a_remark_on_a_fact_that_a_page_break_interrupts_has_the_span_of_its_first_passage() -> None:
    reading = reading_of(focused_letter(body="Findings\n\n- One \u202ething,\n\n2\n\n\fwas seen.\n"))
    assert reading.inspection.findings[0].text == "One \u202ething, was seen."
    (remark,) = [remark for remark in reading.remarks if remark.code is RemarkCode.INVISIBLE_CHARACTER]
    assert reading.source[remark.start : remark.end] == "One \u202ething,"


def test_remarks_are_in_the_order_of_the_source() -> None:
    reading = reading_of(focused_letter(before="It rained.", body="Strengths\n\nFindings\n\n- One\x00."))
    places = [remark.start for remark in reading.remarks if remark.start is not None]
    assert places == sorted(places)
    assert len(places) >= 3


def test_a_byte_order_mark_is_furniture() -> None:
    reading = reading_of(f"\ufeff{SAMPLES['otterford-2019']}")
    assert reading.inspection == _sample("otterford-2019")
    assert reading.passages[0].role == PassageRole.FURNITURE


@pytest.mark.parametrize("text", [None, 5, ["Dear Ida"]])
def test_a_value_that_is_not_a_string_is_rejected(text: object) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        read_letter(cast("str", text))
    assert str(caught.value) == f"read_letter(text): expected a string, found {type(text).__name__}"


def test_frameworks_may_be_given_as_any_iterable() -> None:
    text = SAMPLES["northmere-2009"]
    assert read_letter(text, frameworks=iter(shipped_frameworks())).inspection.framework == "ofsted-ucra"
    assert read_letter(text, frameworks=(ucra_framework(),)) == read_letter(text)
    assert read_letter(text, frameworks=()).inspection == Inspection()


_END = "\n\nYours truly\n\nHMI"


@pytest.mark.parametrize(
    "text",
    [
        (
            "1\n\nYours sincerely\n\nThis letter summarises the findings of a "
            "focused visit to Otterford on 1 May 2019.\n\nHMI"
        ),
        (  # no body: the sign-off follows a page number; found by fuzzing
            "4\n\fYours sincerely\n\nMona Lisle\n\nThis letter summarises the findings of a "
            "focused visit to Otterford on 1 May 2019.\n\nHMI"
        ),
        "This letter summarises the findings of a focused visit to Otterford on 1 May 2019." + _END,
        "\u2022\n\nThis letter summarises the findings of a focused visit to Otterford." + _END,
        "Dear Ida\nFocused visit to Otterford\n\n\x00\n\nFindings\n\n- a",
        "Dear Ida\nFocused visit to Otterford\n\n\x00\n\nFindings\n\n\x00\n\n\x00\n\n- a\n\n\x00",
        "Dear Ida\n\nFocused visit to Otterford\n\nFindings",
        "Dear Ida\n\nFocused visit to Otterford\n\nFindings\n\nYours sincerely\n\nHMI",
        "Dear ,\n\nFocused visit to\n\nFindings",
        "Dear \x00\n\nFocused visit to Otterford\n\nFindings",
        "Dear Ida\n\n\u2022 Focused visit to Otterford:\n\n\u2022\n\nFindings",
        "Dear Ida\n\nThis letter summarises the findings of a focused visit to Otterford:",
    ],
)
def test_a_letter_with_hardly_any_content_is_recognised(text: str) -> None:
    assert reading_of(text).inspection.framework == "ofsted-focused-visit"


def test_a_letter_may_consist_of_its_opening() -> None:
    opening = "This letter summarises the findings of a focused visit to Otterford on 1 March 2019."
    reading = reading_of(f"Dear Ida\n\n{opening}")
    assert reading.coverage == 1.0
    assert reading.quote("/visit/as_printed") == "1 March 2019"


@pytest.mark.parametrize("character", "\x00\x08\x0e\x1b\x7f\x84\x86\x9f\ud800\udfff")
def test_a_character_that_is_not_text_is_left_out_of_a_finding(character: str) -> None:
    reading = reading_of(focused_letter(body=f"Findings\n\n- o{character}ne"))
    assert [finding.text for finding in reading.inspection.findings] == ["one"]
    assert RemarkCode.CONTROL_CHARACTER in {remark.code for remark in reading.remarks}


def test_a_text_that_is_not_a_letter_gives_an_empty_record_and_one_remark() -> None:
    reading = reading_of("Cake is in the kitchen.")
    assert reading.inspection == Inspection()
    (remark,) = reading.remarks
    assert remark.code is RemarkCode.FRAMEWORK_UNKNOWN
    assert remark.message.startswith(
        "the text is not a letter or report of any known framework; nothing was extracted: "
    )


def test_paragraph_ends_that_were_inferred_give_a_remark() -> None:
    text = focused_letter(body="Findings\n\nOne thing was\nseen.\nTwo more\nwere seen as well by us.\n")
    tight = re.sub("\n{2,}", "\n", text)
    messages = [remark.message for remark in reading_of(tight).remarks]
    assert (
        messages.count("no blank lines between paragraphs; paragraph ends were inferred from line lengths")
        == 1
    )

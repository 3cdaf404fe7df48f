"""Sections: a finding has the category of its section, and every heading is read or gets a remark."""

from __future__ import annotations

import pytest
from reading_samples import focused_letter, inspection_of, reading_of, ucra_letter, unread_texts

from inspection_model.model.finding import Finding, Reference
from inspection_model.model.reading import Reading
from inspection_model.vocabulary import Category, DeclarationState, RemarkCode


def _findings(body: str) -> list[tuple[str, str | None, str]]:
    findings = reading_of(focused_letter(body=body)).inspection.findings
    return [(finding.category.value, finding.heading, finding.text) for finding in findings]


def _codes(reading: Reading) -> list[RemarkCode]:
    return [remark.code for remark in reading.remarks if remark.code is not RemarkCode.AUTHORITY_UNCERTAIN]


def _doubts(reading: Reading) -> list[RemarkCode]:
    return [code for code in _codes(reading) if code is not RemarkCode.INSPECTORS_MISSING]


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        (
            "Overview\n\nAll in all.\n\nAreas for priority action\n\n\u25fc Act "
            "now.\n\nWhat needs to improve?\n\n"
            "\u25fc This.\n\u25fc That.\n\nFindings\n\nIt was "
            "seen.",
            [
                ("overview", "Overview", "All in all."),
                ("priority-action", "Areas for priority action", "Act now."),
                ("improvement", "What needs to improve?", "This."),
                ("improvement", "What needs to improve?", "That."),
                ("main-finding", "Findings", "It was seen."),
            ],
        ),
        # The wording of an item never moves it.
        (
            (
                "Strengths\n\n- This is a serious weakness and must improve.\n\nAreas "
                "for priority action\n\n- This is excellent."
            ),
            [
                ("strength", "Strengths", "This is a serious weakness and must improve."),
                ("priority-action", "Areas for priority action", "This is excellent."),
            ],
        ),
        # Findings before improvements, a section twice.
        (
            "Findings\n\n- One.\n\nWhat needs to improve\n\n- Two.\n\nFindings\n\n- Three.",
            [
                ("main-finding", "Findings", "One."),
                ("improvement", "What needs to improve", "Two."),
                ("main-finding", "Findings", "Three."),
            ],
        ),
        # A sentence that introduces the list is not one of its items.
        (
            "What needs to improve\n\nThe council should improve:\n\n- this.",
            [("improvement", "What needs to improve", "this.")],
        ),
        ("Findings\n\nThank you for the tea.\n\n- this.", [("main-finding", "Findings", "this.")]),
        (
            "Findings\n\n- \n- this.\n\n\x00\n\n- that.",
            [("main-finding", "Findings", "this."), ("main-finding", "Findings", "that.")],
        ),
    ],
)
def test_findings_belong_to_the_section_of_their_heading(
    body: str, findings: list[tuple[str, str | None, str]]
) -> None:
    assert _findings(body) == findings


def test_a_lead_in_sentence_opens_a_section_without_a_heading() -> None:
    body = (
        "We saw much. These were delivered satisfactorily in accordance with "
        "national guidance:\n\n- One.\n- Two."
    )
    reading = reading_of(ucra_letter(body=body))
    assert [(f.category, f.heading) for f in reading.inspection.findings] == [
        (Category.SATISFACTORY, None)
    ] * 2
    assert reading.coverage == 1.0
    assert reading.quote("/findings/0/heading") == ""


def test_a_lead_in_may_open_a_list_of_one_item() -> None:
    body = "These were delivered satisfactorily in accordance with national guidance:\n\n- One."
    (finding,) = reading_of(ucra_letter(body=body)).inspection.findings
    assert (finding.category, finding.text) == (Category.SATISFACTORY, "One.")


def test_a_lead_in_opens_its_section_only_at_the_end_of_a_paragraph() -> None:
    before = "All was delivered satisfactorily in accordance with national guidance. Then came the flood:"
    inspection = inspection_of(ucra_letter(body=f"Strengths\n\n- One.\n\n{before}\n\n- Two.\n"))
    assert {finding.category for finding in inspection.findings} == {Category.STRENGTH}


def test_a_lead_in_without_a_list_opens_nothing() -> None:
    body = (
        "Strengths\n\n- One.\n\nThey were delivered satisfactorily in "
        "accordance with national guidance.\n\nAll of it."
    )
    categories = {f.category for f in reading_of(ucra_letter(body=body)).inspection.findings}
    assert categories == {Category.STRENGTH}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Directly below the section's own heading it only introduces the list.
        (
            "Area for priority action\n\nInspectors found the following area for priority action:\n\n- One.",
            [("priority-action", "Area for priority action", "One.")],
        ),
        (
            "Overview\n\nAll is well.\n\nWe identified two areas for priority action:\n\n- One.\n- Two.",
            [
                ("overview", "Overview", "All is well."),
                ("priority-action", None, "One."),
                ("priority-action", None, "Two."),
            ],
        ),
        (
            "Main findings\n\nAll is well.\n\nThere is one area for priority action:\n\n- One.",
            [("main-finding", "Main findings", "All is well."), ("priority-action", None, "One.")],
        ),
        # Among the main findings it reports what others have found if they precede it in its sentence.
        (
            "Main findings\n\nManagers named the following areas for improvement:\n\n- One.",
            [("main-finding", "Main findings", "One.")],
        ),
        (
            "Main findings\n\nThe front door\n\nThey named the following areas for improvement:\n\n- One.",
            [("main-finding", "The front door", "One.")],
        ),
    ],
)
def test_a_lead_in_of_a_section_that_has_headings(
    body: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert _findings(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A short line without a full stop below a ranked heading is an item if no text follows it.
        (
            "Area for priority action\n\nOversight of the gate\n\nFindings\n\n- One.",
            [
                ("priority-action", "Area for priority action", "Oversight of the gate"),
                ("main-finding", "Findings", "One."),
            ],
        ),
        (
            "Strengths\n\nThe gate\n\nThe door\n\nFindings\n\nOne.",
            [
                ("strength", "Strengths", "The gate"),
                ("strength", "Strengths", "The door"),
                ("main-finding", "Findings", "One."),
            ],
        ),
        # Directly above a list it introduces the list, with or without a colon.
        (
            "What needs to improve?\n\nThe council should act to improve\n\n- One.",
            [("improvement", "What needs to improve?", "One.")],
        ),
        (
            "Area for priority action\n\nLeaders must address the following.\n\n- One.",
            [("priority-action", "Area for priority action", "One.")],
        ),
        (
            "Area for priority action\n\nThis is grave. Leaders must address:\n\n- One.",
            [("priority-action", "Area for priority action", "One.")],
        ),
        # A paragraph before a list among main findings is a finding, and the list has its parts.
        (
            "Findings\n\nLeaders know their work. They say that:\n\n- it is good.\n\nMore.",
            [
                ("main-finding", "Findings", "Leaders know their work. They say that:"),
                ("main-finding", "Findings", "More."),
            ],
        ),
        # A topic may be a question, and it may be at the top of a page.
        (
            "Findings\n\nOne.\n\nHow is the gate?\n\nTwo.",
            [("main-finding", "Findings", "One."), ("main-finding", "How is the gate?", "Two.")],
        ),
        (
            "Findings\n\nOne.\n\n                          2\n\fThe gate\n\nTwo.",
            [("main-finding", "Findings", "One."), ("main-finding", "The gate", "Two.")],
        ),
    ],
)
def test_short_lines_and_lists(body: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert _findings(body) == expected


def test_a_paragraph_about_the_follow_up_below_a_ranked_list_is_not_a_finding() -> None:
    body = (
        "Areas for priority action\n\n- One.\n\nWe have notified the Department for Education. It was grave. "
        "You should submit an action plan within 70 working days.\n\nFindings\n\n- Two."
    )
    reading = reading_of(focused_letter(body=body))
    assert [finding.text for finding in reading.inspection.findings] == ["One.", "Two."]
    (obligation,) = reading.inspection.obligations
    assert obligation.text == "You should submit an action plan within 70 working days."
    unread = [reading.source[p.start : p.end] for p in reading.passages if p.role == "unread"]
    assert unread == ["It was grave."]


def test_the_closing_may_be_directly_below_the_last_finding() -> None:
    body = "Findings\n\n- One thing\n  was seen.\nOfsted will take the findings into account.\nIt was fun."
    reading = reading_of(focused_letter(body=body))
    assert [finding.text for finding in reading.inspection.findings] == ["One thing was seen."]
    body = "Findings\n\n- One thing is that\nOfsted will take the findings into account."
    assert len(reading_of(focused_letter(body=body)).inspection.findings) == 1
    assert "Ofsted" in reading_of(focused_letter(body=body)).inspection.findings[0].text


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Overview of findings", Category.OVERVIEW),
        ("Areas for improvement in relation to\nthe front door?", Category.IMPROVEMENT),
        ("Findings from this visit:", Category.MAIN_FINDING),
    ],
)
def test_a_heading_may_continue_after_the_words_of_the_framework(heading: str, category: Category) -> None:
    reading = reading_of(focused_letter(body=f"Strengths\n\n- One.\n\n{heading}\n\n- Two."))
    finding = reading.inspection.findings[-1]
    assert (finding.category, finding.heading) == (category, heading.replace("\n", " "))
    assert RemarkCode.HEADING_UNKNOWN not in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    "heading", ["Overview matters", "Findings"[:-1] + "-based practice", "Summary and more"]
)
def test_a_heading_that_continues_with_other_words_is_unknown(heading: str) -> None:
    reading = reading_of(focused_letter(body=f"Strengths\n\n- One.\n\n{heading}\n\n- Two."))
    assert reading.inspection.findings[-1].category is Category.MAIN_FINDING
    assert RemarkCode.HEADING_UNKNOWN in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize("words", ["None.", "None identified", "Not applicable."])
def test_a_word_in_the_place_of_findings_states_that_there_are_none(words: str) -> None:
    reading = reading_of(focused_letter(body=f"Areas for priority action\n\n{words}\n\nFindings\n\n- One."))
    assert [finding.text for finding in reading.inspection.findings] == ["One."]
    (declared,) = reading.inspection.declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, DeclarationState.NONE)
    assert reading.quote("/declared/0/as_printed") == words.rstrip(".")


def test_a_heading_of_main_findings_may_have_another_directly_below_it() -> None:
    reading = reading_of(focused_letter(body="Main findings\n\nThe front door\n\nCalls are answered."))
    assert [(f.category, f.heading) for f in reading.inspection.findings] == [
        (Category.MAIN_FINDING, "The front door")
    ]
    assert RemarkCode.SECTION_EMPTY not in {remark.code for remark in reading.remarks}


def test_an_unknown_heading_opens_main_findings_and_gets_a_remark() -> None:
    text = focused_letter(
        body="What needs to improve\n\n- This.\n\nThe front door\n\nCalls are answered.\n\n- Fast."
    )
    reading = reading_of(text)
    assert [(f.category, f.heading) for f in reading.inspection.findings] == [
        (Category.IMPROVEMENT, "What needs to improve"),
        (Category.MAIN_FINDING, "The front door"),
        (Category.MAIN_FINDING, "The front door"),
    ]
    (remark,) = [r for r in reading.remarks if r.code is RemarkCode.HEADING_UNKNOWN]
    assert text[remark.start : remark.end] == "The front door"


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [("Now", True), ("No", False), ("The door" + " or" * 24, True), ("The doors" + " or" * 24, False)],
)
def test_an_unknown_heading_has_three_to_eighty_characters(line: str, is_heading: bool) -> None:
    body = f"Findings\n\nAll is well.\n\n{line}\n\nCalls are answered."
    assert (reading_of(focused_letter(body=body)).inspection.findings[-1].heading == line) == is_heading


@pytest.mark.parametrize(
    "line",
    [
        "the front door",
        "The front door.",
        "The front door 2",
        "x" * 90,
        "No",
        "- The front door",
        "(The door)",
    ],
)
def test_a_short_line_that_is_not_a_heading_is_a_finding(line: str) -> None:
    reading = reading_of(focused_letter(body=f"Findings\n\n{line}\n\nCalls are answered."))
    assert RemarkCode.HEADING_UNKNOWN not in _codes(reading)
    assert len(reading.inspection.findings) == 2


@pytest.mark.parametrize(
    "body",
    [
        "Findings\n\nThe front door",
        "Findings\n\nThe front door\n\nof the house.",
        "Findings\nThe front door\n\nCalls are answered.",
    ],
)
def test_a_short_line_is_a_finding_if_nothing_starts_below_it_or_directly_below_a_heading(
    body: str,
) -> None:
    reading = reading_of(focused_letter(body=body))
    assert RemarkCode.HEADING_UNKNOWN not in _codes(reading)
    assert {finding.heading for finding in reading.inspection.findings} == {"Findings"}


def test_a_heading_with_nothing_below_it_gets_a_remark() -> None:
    text = focused_letter(body="Strengths\n\nFindings\n\n- One.\n\nWhat needs to improve")
    reading = reading_of(text)
    remarks = [remark for remark in reading.remarks if remark.code is RemarkCode.SECTION_EMPTY]
    assert [text[r.start : r.end] for r in remarks] == ["Strengths", "What needs to improve"]
    assert reading.coverage == 1.0


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("There are no areas for priority action.", DeclarationState.NONE),
        ("There are no priority actions from this visit.", DeclarationState.NONE),
        (
            "The areas that were identified at the inspection of 2016 still apply.",
            DeclarationState.CARRIED_OVER,
        ),
    ],
)
def test_a_statement_in_the_place_of_a_list_is_a_declaration(sentence: str, state: DeclarationState) -> None:
    text = focused_letter(body=f"Areas for priority action\n\n{sentence}\n\nFindings\n\n- One.")
    reading = reading_of(text)
    (declared,) = reading.inspection.declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, state)
    assert declared.as_printed == sentence.rstrip(".")
    assert len(reading.inspection.findings) == 1
    assert RemarkCode.SECTION_EMPTY not in _codes(reading)
    assert reading.quote("/declared/0/as_printed") == sentence.rstrip(".")


_NONE, _CARRIED_OVER = DeclarationState.NONE, DeclarationState.CARRIED_OVER
_OF_BEFORE = "Most areas for improvement identified at the spring visit remain."


@pytest.mark.parametrize(
    ("heading", "body", "states"),
    [
        ("What needs to improve", "- None", [_NONE]),
        ("What needs to improve", "1. None.", [_NONE]),
        ("What needs to improve", "- None identified at this visit.", [_NONE]),
        ("What needs to improve", "There were none from this visit.", [_NONE]),
        ("What needs to improve", "Inspectors did not identify any new areas for improvement.", [_NONE]),
        ("What needs to improve", "- There are no areas for improvement.", [_NONE]),
        ("What needs to improve", "There are no further areas for improvement.", [_NONE]),
        ("What needs to improve", "There were no other areas for improvement.", [_NONE]),
        ("What needs to improve", _OF_BEFORE, [_CARRIED_OVER]),
        ("What needs to improve", f"- {_OF_BEFORE}", [_CARRIED_OVER]),
        # Without another of their own: the reference is all that is declared.
        (
            "What needs to improve",
            f"{_OF_BEFORE} There are no additional areas for improvement.",
            [_CARRIED_OVER],
        ),
        ("Areas for priority action", "- No priority actions were identified.", [_NONE]),
    ],
)
def test_a_statement_in_the_place_of_a_list_is_no_finding(
    heading: str, body: str, states: list[DeclarationState]
) -> None:
    reading = reading_of(focused_letter(body=f"{heading}\n\n{body}\n\nFindings\n\n- One."))
    assert [declared.state for declared in reading.inspection.declared] == states
    assert [finding.text for finding in reading.inspection.findings] == ["One."]
    assert reading.coverage == 1.0
    assert reading.remarks == reading_of(focused_letter(body="Findings\n\n- One.")).remarks


def test_what_follows_a_statement_in_the_place_of_a_list_is_read_or_unread() -> None:
    rest = "You should submit an action plan within 70 working days. The quay is wet."
    body = f"Areas for priority action\n\nThere are no priority actions. {rest}\n\nFindings\n\n- One."
    reading = reading_of(focused_letter(body=body))
    assert [each.text for each in reading.inspection.obligations] == [rest.partition(". ")[0] + "."]
    assert unread_texts(reading) == ["The quay is wet."]


def test_a_statement_about_another_category_in_a_finding_leaves_it_a_finding() -> None:
    paragraph = "There are no priority actions. The quay is wet."
    reading = reading_of(focused_letter(body=f"Findings\n\n{paragraph}"))
    assert [finding.text for finding in reading.inspection.findings] == [paragraph]
    (declared,) = reading.inspection.declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, _NONE)


def test_a_statement_about_another_category_alone_is_no_finding() -> None:
    reading = reading_of(
        focused_letter(body="Findings\n\nThere are no priority actions.\n\nThe quay is wet.")
    )
    assert [finding.text for finding in reading.inspection.findings] == ["The quay is wet."]
    (declared,) = reading.inspection.declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, _NONE)


@pytest.mark.parametrize(
    ("lead_in", "is_carried_over"),
    [
        ("Two of the areas for priority action identified at the last visit are not resolved:", True),
        ("There were four areas for priority action in May 2018. Of these, two remain:", True),
        ("The areas for priority action identified at this visit are:", False),
        ("Two of the ropes remain:", False),
    ],
)
def test_a_lead_in_may_refer_to_the_findings_of_an_earlier_letter(
    lead_in: str, is_carried_over: bool
) -> None:
    body = f"Areas for priority action\n\n{lead_in}\n\n- The quay.\n- The ropes."
    reading = reading_of(focused_letter(body=body))
    assert [finding.text for finding in reading.inspection.findings] == ["The quay.", "The ropes."]
    assert [each.state for each in reading.inspection.declared] == [_CARRIED_OVER] * is_carried_over


def test_a_lead_in_below_an_unknown_heading_is_no_finding() -> None:
    lead_in = "Two steps remain, and those who will take them have described each of them here at length:"
    body = f"Strengths\n\n- Zero.\n\nNext steps\n\n{lead_in}\n\n- One.\n- Two."
    reading = reading_of(focused_letter(body=body))
    assert [finding.text for finding in reading.inspection.findings] == ["Zero.", "One.", "Two."]
    assert reading.inspection.declared == ()


def test_a_heading_that_occurs_again_gets_a_remark() -> None:
    body = (
        "Strengths\n\n- One.\n\nFindings\n\n- Two.\n\nAreas of strength\n\n- Three.\n\nNext steps\n\n- Four."
    )
    text = focused_letter(body=body)
    reading = reading_of(text)
    (remark,) = [each for each in reading.remarks if each.code is RemarkCode.SECTION_REPEATED]
    assert text[remark.start : remark.end] == "Areas of strength"
    assert remark.message == 'the heading "Areas of strength" opens the category strength again'


def test_after_the_first_item_a_sentence_of_the_same_words_is_a_finding() -> None:
    body = "Areas for priority action\n\n- One.\n\nThese were identified at the last visit."
    inspection = reading_of(focused_letter(body=body)).inspection
    assert inspection.declared == ()
    assert len(inspection.findings) == 2


def test_numbers_are_kept_as_printed() -> None:
    reading = reading_of(focused_letter(body="Findings\n\n1. One.\n(2) Two.\n9999) Many.\n0. None."))
    assert [(f.number, f.text) for f in reading.inspection.findings] == [
        (1, "One."),
        (2, "Two."),
        (9999, "Many. 0. None."),
    ]
    assert reading.quote("/findings/1/number") == "(2)"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("- One:\n  o a\n  o b", [("One:", ("a", "b"))]),
        ("- One\n    \u2022 a\n- Two", [("One", ("a",)), ("Two", ())]),
        ("1. One\n    - a\n2. Two\n    - b", [("One", ("a",)), ("Two", ("b",))]),
        ("- One:\n\u2022 a", [("One:", ("a",))]),
        ("- One:\n    - a", [("One:", ("a",))]),
        # Not sub-items: the same bullet at the same depth, another bullet at the same depth.
        ("- One\n- Two", [("One", ()), ("Two", ())]),
        ("- One\n\u2022 Two", [("One", ()), ("Two", ())]),
        ("- One\n    - Two", [("One", ()), ("Two", ())]),
        # A paragraph ends the item that sub-items belong to.
        ("- One:\n\nMore.\n\n  o a", [("One:", ()), ("More.", ()), ("a", ())]),
        ("- One:\n  o a\n\nMore.", [("One:", ("a",)), ("More.", ())]),
        ("- One:\n  o a\n  o \n  o b", [("One:", ("a", "b"))]),
    ],
)
def test_sub_items_are_parts_of_their_item(body: str, parts: list[tuple[str, tuple[str, ...]]]) -> None:
    reading = reading_of(focused_letter(body=f"Findings\n\n{body}"))
    assert [(f.text, f.parts) for f in reading.inspection.findings] == parts
    for index, (_, texts) in enumerate(parts):
        for place, text in enumerate(texts):
            assert reading.quote(f"/findings/{index}/parts/{place}") == text


def test_sub_items_at_the_end_of_a_section_belong_to_their_item() -> None:
    body = "Strengths\n\n- One:\n  o a\n\nFindings\n\n- Two:\n  o b"
    findings = reading_of(focused_letter(body=body)).inspection.findings
    assert [(f.text, f.parts) for f in findings] == [("One:", ("a",)), ("Two:", ("b",))]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("This. (enabler 2, national framework)", [("national framework", "enabler 2")]),
        (
            "This (outcome 3, national framework) and (enabler 1, local framework).",
            [("national framework", "outcome 3"), ("local framework", "enabler 1")],
        ),
        ("This (Enabler 2, National Framework).", [("national framework", "enabler 2")]),
        (
            "This (outcomes 1 and 4, enablers 2, 3 and 12, national framework).",
            [("national framework", f"outcome {n}") for n in (1, 4)]
            + [("national framework", f"enabler {n}") for n in (2, 3, 12)],
        ),
        (
            "This (outcome 1 and enabler 2, framework).",
            [("framework", "outcome 1"), ("framework", "enabler 2")],
        ),
        ("This (enabler 2 national framework).", [("national framework", "enabler 2")]),
        ("This (enabler 123, national framework).", []),
        ("This (enabler 2, national plan).", []),
        ("This (enabler, national framework).", []),
    ],
)
def test_tags_at_an_items_end_are_references(text: str, references: list[tuple[str, str]]) -> None:
    (finding,) = reading_of(focused_letter(body=f"Findings\n\n- {text}")).inspection.findings
    assert finding == Finding(
        category=Category.MAIN_FINDING,
        heading="Findings",
        text=text,
        references=[Reference(scheme=scheme, value=value) for scheme, value in references],
    )


def test_a_paragraph_that_introduces_a_list_further_down_is_a_finding_with_parts() -> None:
    """Directly below the heading it introduces the items; after a finding its words would be lost."""
    letter = (
        "Dear Ms Bee\n\nFocused visit to Otterford children’s services\n\n"
        "Findings\n\nPlans are clear.\n\nThree things stand out:\n\n• the rota\n• the log\n\n"
        "Yours sincerely\n\nMona Lisle\nHMI\n"
    )
    findings = reading_of(letter).inspection.findings
    assert [(finding.text, finding.parts) for finding in findings] == [
        ("Plans are clear.", ()),
        ("Three things stand out:", ("the rota", "the log")),
    ]


def test_a_paragraph_of_several_sentences_is_one_finding() -> None:
    body = "Findings\n\nPlans are clear.\n\nCalls are answered. They are answered quickly."
    assert _findings(body) == [
        ("main-finding", "Findings", "Plans are clear."),
        ("main-finding", "Findings", "Calls are answered. They are answered quickly."),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "None.",
        "- None",
        "a) None",
        "\u201cNone\u201d",
        "\u2013 None \u2013",
        "Nil return.",
        "No further areas for improvement.",
        "There is nothing to report.",
        "We found none.",
        "None (see below)",
        "No areas of weakness were identified.",
    ],
)
def test_a_section_may_have_the_statement_that_there_is_nothing(statement: str) -> None:
    reading = reading_of(focused_letter(body=f"Areas for improvement\n\n{statement}\n\nFindings\n\n- One."))
    assert [finding.text for finding in reading.inspection.findings] == ["One."]
    assert [(each.category, each.state) for each in reading.inspection.declared] == [
        (Category.IMPROVEMENT, _NONE)
    ]
    assert _doubts(reading) == []


@pytest.mark.parametrize(
    ("text", "is_doubtful"),
    [
        ("No quay is dry.", True),
        ("None of the quays is dry, but none is wet.", True),
        ("As before.", True),
        ("See our letter of May 2018.", True),
        ("On our visit we found an area for improvement: the quay.", True),
        ("Outstanding among the areas for improvement is the quay.", True),
        ("The quay remains wet, and areas for improvement include the lamps.", True),
        ("The quay.", False),
        ("Nonesuch quay.", False),
    ],
)
def test_the_only_finding_of_a_ranked_section_may_be_such_a_statement(text: str, is_doubtful: bool) -> None:
    reading = reading_of(focused_letter(body=f"Areas for improvement\n\n{text}\n\nFindings\n\n- One."))
    assert [finding.text for finding in reading.inspection.findings] == [text, "One."]
    assert _doubts(reading) == [RemarkCode.UNREAD] * is_doubtful


@pytest.mark.parametrize("more", ["", "- The ropes.\n"])
def test_one_of_several_findings_is_no_such_statement(more: str) -> None:
    body = f"Areas for improvement\n\n- No quay is dry.\n- The lamps.\n{more}\nFindings\n\n- None is wet."
    assert _doubts(reading_of(focused_letter(body=body))) == []


def test_the_areas_of_an_earlier_letter_are_carried_over_if_nothing_else_is_below_the_heading() -> None:
    text = "The areas for improvement are as set out in our letter of May 2018."
    reading = reading_of(focused_letter(body=f"Areas for improvement\n\n{text}\n\nFindings\n\n- One."))
    assert [finding.text for finding in reading.inspection.findings] == ["One."]
    assert [each.state for each in reading.inspection.declared] == [DeclarationState.CARRIED_OVER]


def test_a_paragraph_below_the_list_of_a_ranked_section_gets_one_remark() -> None:
    body = (
        "Areas for improvement\n\n- The quay.\n- The lamps.\n\nCrews are quick. They are.\n\nMaps are true."
    )
    reading = reading_of(focused_letter(body=body))
    (remark,) = [each for each in reading.remarks if each.code is RemarkCode.HEADING_MISSING]
    assert reading.source[remark.start : remark.end] == "Crews are quick. They are."
    assert [finding.category for finding in reading.inspection.findings] == [Category.IMPROVEMENT] * 4


@pytest.mark.parametrize(
    "body",
    [
        "Findings\n\n- The quay.\n\nCrews are quick. They are.",
        "Areas for improvement\n\nThe quay is wet. It is.\n\nCrews are quick. They are.",
        "Areas for improvement\n\n- The quay.\n- The lamps.\n\nFindings\n\nCrews are quick. They are.",
    ],
)
def test_other_paragraphs_do_not_lack_a_heading(body: str) -> None:
    assert _doubts(reading_of(focused_letter(body=body))) == []


@pytest.mark.parametrize(("below", "is_missing"), [("- The quay.", False), ("The quay is wet.", True)])
def test_a_finding_that_announces_a_list_gets_a_remark_if_no_item_follows(
    below: str, is_missing: bool
) -> None:
    body = f"Findings\n\nCrews are quick. They know:\n\n{below}"
    assert _doubts(reading_of(focused_letter(body=body))) == [RemarkCode.LIST_MISSING] * is_missing


@pytest.mark.parametrize(
    ("lines", "is_doubtful"),
    [
        ("# The quay.\n# The lamps.", True),
        ("1.1 The quay.\n1.2 The lamps.", True),
        ("[1] The quay.\n[2] The lamps.", True),
        ("(cid:127) The quay.\n(cid:127) The lamps.", True),
        ("Q1 The quay.\nQ2 The lamps.", True),
        ("# The quay.\nThe lamps.", False),
        ("The quay.\n# The lamps.", False),
    ],
)
def test_lines_with_the_same_unknown_mark_may_be_items(lines: str, is_doubtful: bool) -> None:
    reading = reading_of(focused_letter(body=f"Findings\n\n{lines}"))
    assert len(reading.inspection.findings) == 1
    assert _doubts(reading) == [RemarkCode.UNREAD] * is_doubtful


@pytest.mark.parametrize(
    ("overview", "lead_in", "is_wrong"),
    [
        ("There are two areas for improvement. All is well.", "", False),
        ("There are three areas for improvement. All is well.", "", True),
        ("All is well.", "There are three areas for improvement:\n\n", True),
        ("The three areas for improvement of our last visit are met. All is well.", "", False),
        ("There is an area for improvement. All is well.", "", False),
    ],
)
def test_a_number_of_findings_that_another_one_announces_is_compared(
    overview: str, lead_in: str, is_wrong: bool
) -> None:
    body = f"Overview\n\n{overview}\n\nAreas for improvement\n\n{lead_in}- The quay.\n- The lamps."
    assert _doubts(reading_of(focused_letter(body=body))) == [RemarkCode.COUNT_MISMATCH] * is_wrong


@pytest.mark.parametrize("mark", ["?", "?**", "**"])
def test_a_question_or_a_marked_heading_may_be_on_the_line_of_its_text(mark: str) -> None:
    opening = "**" if "*" in mark else ""
    body = f"Overview\n\nAll is well. It is.\n\n{opening}What needs to improve{mark} The quay is wet. It is."
    assert [category for category, *_ in _findings(body)] == ["overview", "improvement"]

"""Segmentation: the head, the salutation, the opening, the sections, the closing and the signatures."""

from __future__ import annotations

import datetime

import attrs
import pytest
from reading_samples import (
    SAMPLES,
    focused_framework,
    focused_letter,
    inspection_of,
    reading_of,
    unread_texts,
)

from inspection_model.frameworks import shipped_frameworks
from inspection_model.reading.layout.layout import lay_out
from inspection_model.reading.openers import is_heading_like, is_short_line
from inspection_model.reading.recognition import recognise
from inspection_model.reading.segmentation import Parts, segment
from inspection_model.vocabulary import Category

_SUBJECT = "Focused visit to Otterford"


def _parts(source: str) -> Parts:
    framework = focused_framework()
    return segment(lay_out(source, [framework]), framework)


def _openers(body: str) -> list[tuple[str, Category | None, bool, bool] | None]:
    """Return what each block of the sections opens."""
    return [
        each.opener
        and (
            each.block.words,
            each.opener.section and each.opener.section.category,
            each.opener.is_heading,
            each.opener.has_preamble,
        )
        for each in _parts(f"Dear Ida\n\n{_SUBJECT}\n\nFindings\n\n{body}").sections[1:]
    ]


def test_a_letter_has_six_parts() -> None:
    parts = _parts(focused_letter(before="We saw much.", closing="We will consider the findings."))
    assert [line.text for line in parts.head] == [
        "1 March 2019",
        "Ms Ida Fenwick",
        "Director of Services",
        "Otterford City Council",
    ]
    assert parts.salutation is not None
    assert parts.salutation.words == "Dear Ms Fenwick"
    assert [block.words for block in parts.opening][-1] == "We saw much."
    assert [each.block.words for each in parts.sections] == ["Findings", "One thing was seen."]
    assert [block.words for block in parts.closing] == ["We will consider the findings."]
    assert [line.text for line in parts.signatures] == [
        "Yours sincerely",
        "Mona Lisle",
        "Her Majesty's Inspector",
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_of_a_letter_belongs_to_one_part(name: str) -> None:
    frameworks = shipped_frameworks()
    layout = lay_out(SAMPLES[name], frameworks)
    framework = recognise(layout, frameworks).framework
    assert framework is not None
    parts = segment(layout, framework)
    assert parts.salutation is not None
    sections = [each.block for each in parts.sections]
    blocks = [parts.salutation, *parts.opening, *sections, *parts.closing]
    in_blocks = [line.end for block in blocks for line in block.lines]
    ends = [*(line.end for line in parts.head), *in_blocks, *(line.end for line in parts.signatures)]
    assert ends == [line.end for line in layout.lines]


@pytest.mark.parametrize(
    ("source", "signatures"),
    [
        ("", []),
        ("Mona Lisle\nHMI", ["Mona Lisle", "HMI"]),
        ("Yours sincerely\n\nMona Lisle", ["Yours sincerely", "Mona Lisle"]),
    ],
)
def test_a_text_without_a_body_has_at_most_signatures(source: str, signatures: list[str]) -> None:
    parts = _parts(source)
    assert [line.text for line in parts.signatures] == signatures
    assert (list(parts.head), parts.salutation) == ([], None)
    assert not any([*parts.opening, *parts.sections, *parts.closing])


def test_a_letter_without_a_salutation_and_a_subject_starts_at_its_first_block() -> None:
    """The opening mentions another kind of visit, so it is not a subject."""
    opening = "This letter outlines after our annual inspection the findings of a focused visit to Otterford."
    reading = reading_of(f"1 May 2019\n\n{opening}\n\nFindings\n\n- One.\n\nYours truly\n\nHMI")
    assert reading.inspection.framework == "ofsted-focused-visit"
    assert [finding.text for finding in reading.inspection.findings] == ["One."]
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.date is None
    assert unread_texts(reading)[0] == "1 May 2019"


def test_the_block_after_the_last_section_is_not_part_of_it() -> None:
    parts = _parts(f"Dear Ida\n\n{_SUBJECT}\n\nFindings\n\nA topic\n\nWe will consider the findings.")
    assert [each.block.words for each in parts.sections] == ["Findings"]
    assert [block.words for block in parts.closing] == ["A topic", "We will consider the findings."]
    assert parts.sections[-1].following is None


@pytest.mark.parametrize(
    ("body", "opener"),
    [
        ("Strengths\n\n- One.", ("Strengths", Category.STRENGTH, True, False)),
        ("Overview of findings\n\nOne.", ("Overview of findings", Category.OVERVIEW, True, False)),
        (
            "Areas for improvement in relation to\nthe front door?\n\n- One.",
            ("Areas for improvement in relation to the front door?", Category.IMPROVEMENT, True, False),
        ),
        (
            "We identified two areas for priority action:\n\n- One.\n- Two.",
            ("We identified two areas for priority action:", Category.PRIORITY_ACTION, False, True),
        ),
        # Not without a list below, not if the list is the last word, and not of another framework.
        ("We identified two areas for priority action:\n\nOne.", None),
        ("We identified two areas for priority action:", None),
        ("We identified two areas for priority action. One follows:\n\n- One.", None),
        ("The front door\n\n- One.", None),
        ("Overview of findings", None),
        ("Overview of findings\n\nand more.", None),
        # Words after a heading belong to it on two lines at most, with a sign at their end, before a capital.
        ("areas for improvement in relation to the door:\n\n- One.", None),
        ("Areas for improvement in\nrelation to\nthe front door:\n\n- One.", None),
    ],
)
def test_what_opens_a_section(body: str, opener: tuple[str, Category | None, bool, bool] | None) -> None:
    assert _openers(body)[0] == opener


@pytest.mark.parametrize(
    ("source", "is_short", "is_heading"),
    [
        ("The front door\n\nCalls are answered.", True, True),
        ("How is the door?\n\nCalls are answered.", True, True),
        ("The front door:\n\nCalls are answered.", True, False),
        ("The front door.\n\nCalls are answered.", False, False),
        ("The front\ndoor\n\nCalls are answered.", False, False),
        ("the front door\n\nCalls are answered.", True, False),
        ("- The front door\n\nCalls are answered.", True, False),
        ("The front door\n\n- a call", True, True),
        ("The front door\n\nStrengths\n\nOne.", True, False),
        ("The front door\n\n(A call)", True, False),
        ("The front door", True, False),
        ("None identified\n\nCalls are answered.", False, False),
        ("No\n\nCalls are answered.", False, False),
        ("Now\n\nCalls are answered.", True, True),
    ],
)
def test_a_short_line_alone_is_like_a_heading(source: str, is_short: bool, is_heading: bool) -> None:
    _, block, *following = lay_out(f"It is over.\n\n{source}", [focused_framework()]).blocks
    assert is_short_line(block) == is_short
    assert is_heading_like(block, following[0] if following else None) == is_heading


def test_the_closing_may_follow_the_last_finding_without_a_blank_line() -> None:
    body = "Findings\n\n- One thing\n  was seen.\nOfsted will take the findings into account.\nIt was fun."
    parts = _parts(focused_letter(body=body))
    assert [each.block.words for each in parts.sections] == ["Findings", "One thing was seen."]
    assert [block.words for block in parts.closing] == [
        "Ofsted will take the findings into account. It was fun."
    ]
    unfinished = _parts(focused_letter(body=body.replace("was seen.", "is that")))
    assert unfinished.closing == ()
    small = _parts(focused_letter(body="Findings\n\n- One.\nwe will consider the findings."))
    assert small.closing == ()


def test_without_a_section_nothing_is_closing() -> None:
    parts = _parts(f"Dear Ida\n\n{_SUBJECT}\n\nWe will consider the findings.\n\nThe following:\n\n- One.")
    assert (parts.sections, parts.closing) == ((), ())
    assert len(parts.opening) == 4


def test_a_paragraph_that_mentions_the_follow_up_after_its_first_sentence_is_a_finding() -> None:
    paragraph = "Calls are answered. Please pass on our thanks to staff."
    inspection = inspection_of(focused_letter(body=f"Findings\n\n- One.\n\n{paragraph}"))
    assert [finding.text for finding in inspection.findings] == ["One.", paragraph]


@pytest.mark.parametrize(("below", "is_found"), [(14, True), (15, False)])
def test_such_a_closing_begins_within_sixteen_lines_of_the_end(below: int, is_found: bool) -> None:
    lines = ["- One.", "We will consider the findings.", *(f"Line {n}." for n in range(below)), "End."]
    body = "Findings\n\n" + "\n".join(lines)
    parts = _parts(f"Dear Ida\n\n{_SUBJECT}\n\n{body}\n\nYours sincerely")
    assert bool(parts.closing) == is_found


@pytest.mark.parametrize(("length", "is_found"), [(699, True), (700, False)])
def test_the_paragraph_that_opens_the_closing_is_not_long(length: int, is_found: bool) -> None:
    sentence = "The findings will inform your next inspection."
    paragraph = f"{sentence} {'x' * (length - len(sentence) - 2)}."
    assert len(paragraph) == length
    text = f"Dear Ida\n\n{_SUBJECT}\n\nFindings\n\nOne.\n\n{paragraph}\n\nIt was fun."
    assert len(_parts(text).closing) == (2 if is_found else 0)


@pytest.mark.parametrize(
    ("sentence", "others", "is_found"),
    [
        ("The findings will inform your next inspection.", 4, True),
        ("The findings will inform your next inspection.", 5, False),
        # What the inspectorate says that it will do is no finding, wherever it stands.
        ("We will consider the findings.", 9, True),
        ("Ofsted will consider the findings.", 9, True),
        ("We will choose the day of our return later.", 9, True),
        ("We saw the quay.", 3, False),
        ("Wendel will consider the findings.", 9, False),
    ],
)
def test_other_paragraphs_may_follow_the_one_that_opens_the_closing(
    sentence: str, others: int, is_found: bool
) -> None:
    below = "\n\n".join(f"Call {n} was answered." for n in range(others))
    text = f"Dear Ida\n\n{_SUBJECT}\n\nFindings\n\nOne.\n\n{sentence}\n\n{below}"
    assert bool(_parts(text).closing) == is_found


def test_an_item_at_the_end_is_a_finding_whatever_its_words() -> None:
    item = "You must submit an action plan within 70 working days."
    inspection = inspection_of(focused_letter(body=f"Findings\n\n- {item}"))
    assert [finding.text for finding in inspection.findings] == [item]
    assert inspection.obligations == ()


def test_a_letter_without_a_salutation_starts_at_its_subject_or_opening() -> None:
    head = "1 May 2019\n\nMs Ida Fenwick\nDirector\n\nFocused visit to Otterford children's services\n\n"
    opening = "This letter summarises the findings of a focused visit to Otterford on 1 March 2019.\n\n"
    rest = f"{opening}Findings\n\n- One.\n\nYours sincerely\n\nMona Lisle\nHMI\n"
    inspection = inspection_of(f"{head}{rest}")
    assert inspection.publication is not None
    assert inspection.publication.salutation is None
    assert inspection.publication.title == "Focused visit to Otterford children's services"
    assert [person.name for person in inspection.publication.recipients] == ["Ms Ida Fenwick"]
    assert inspection.publication.date == datetime.date(2019, 5, 1)
    assert len(inspection.findings) == 1
    with_bullet = inspection_of(f"{head.replace('Focused', '- Focused')}{rest}").publication
    assert with_bullet == attrs.evolve(inspection.publication, title=None)


@pytest.mark.parametrize(
    ("paragraphs", "findings", "unread"),
    [
        # Nothing below the sentence that opens the closing is a finding.
        (
            [
                "Calls are answered.",
                "Ofsted will take the findings into account.",
                "We were fond of it.",
                "- A bullet.",
            ],
            ["Calls are answered."],
            ["We were fond of it.", "A bullet."],
        ),
        # Nor are paragraphs about the follow-up above it, nor the heading above them.
        (
            [
                "Calls are answered.",
                "Next steps",
                "Please pass on our thanks.",
                "We will consider the findings again.",
            ],
            ["Calls are answered."],
            ["Next steps"],
        ),
        (
            ["Calls are answered.", "You have a plan. You should submit it within 70 working days."],
            ["Calls are answered."],
            ["You have a plan."],
        ),
        # Such words open no closing if they are too far from the end or in the middle of a paragraph.
        (
            ["They will take the findings into account.", *(f"Call {n} was answered." for n in range(8))],
            [*(f"Call {n} was answered." for n in range(8))],
            [],
        ),
        (
            [
                "Calls are answered.",
                "They know that we will consider the findings. It helps.",
                "All is well.",
            ],
            ["Calls are answered."],
            ["It helps.", "All is well."],
        ),
        (
            ["Calls are answered. They know that we will consider the findings.", "All is well."],
            ["Calls are answered. They know that we will consider the findings.", "All is well."],
            [],
        ),
    ],
)
def test_the_closing_begins_at_its_first_sentence_near_the_end(
    paragraphs: list[str], findings: list[str], unread: list[str]
) -> None:
    reading = reading_of(focused_letter(body="Findings\n\n" + "\n\n".join(paragraphs)))
    assert [finding.text for finding in reading.inspection.findings] == findings
    assert unread_texts(reading) == unread


@pytest.mark.parametrize(
    "closing",
    [
        "Thank you for the tea.",
        "Please read this letter to the crews.",
        "Our next visit will be in May.",
        "I look forward to the ropes.",
        "Inspectors would like to thank the crews.",
    ],
)
def test_a_paragraph_to_the_reader_opens_the_closing_unless_an_item_is_below(closing: str) -> None:
    below = focused_letter(body=f"Findings\n\nCrews are quick.\n\n{closing}\n\nThe gate is yellow.")
    assert [finding.text for finding in inspection_of(below).findings] == ["Crews are quick."]


def test_words_to_the_reader_above_an_item_are_no_closing() -> None:
    listed = focused_letter(body="Findings\n\nCrews are quick.\n\nPlease see this.\n\n- The gate.")
    assert [finding.text for finding in inspection_of(listed).findings][-1] == "The gate."

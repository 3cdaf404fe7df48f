"""References to earlier inspections: which words are one, and what they print."""

from __future__ import annotations

import time

import pytest

from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.frameworks.words import fold_words
from inspection_model.reading.grammar.earlier import earlier_spans

ILACS = next(each for each in shipped_frameworks() if each.id == "ofsted-ilacs")
VISIT, SIF, JTAI = "ofsted-focused-visit", "ofsted-sif", "ofsted-jtai"


def read(text: str) -> list[tuple[str, str | None, int | None, int | None]]:
    spans = earlier_spans(ILACS, fold_words(text))
    return [(text[each.start : each.end], each.framework, each.year, each.month) for each in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since the last inspection in 2019, it is.",
            ("last inspection in 2019", None, 2019, None),
        ),
        (
            "At the previous focused visit, in May 2021, few did.",
            ("previous focused visit, in May 2021", VISIT, 2021, 5),
        ),
        ("As found at the last inspection.", ("last inspection", None, None, None)),
        ("Much was said at earlier monitoring visits.", ("earlier monitoring visits", None, None, None)),
        ("The 2018 JTAI says so.", ("2018 JTAI", JTAI, 2018, None)),
        ("In the November 2011 inspection it was better.", ("November 2011 inspection", None, 2011, 11)),
        (
            "Since the single inspection framework (SIF) inspection in 2015, it is good.",
            ("single inspection framework (SIF) inspection in 2015", SIF, 2015, None),
        ),
        (
            "Services were last inspected by Ofsted in July 2017.",
            ("last inspected by Ofsted in July 2017", None, 2017, 7),
        ),
        (
            "An inspection of Wexcombe’s services took place on 3 November 2018.",
            ("inspection of Wexcombe’s services took place on 3 November 2018", None, 2018, 11),
        ),
        (
            "In 2020, Ofsted conducted a focused visit.",
            ("2020, Ofsted conducted a focused visit", VISIT, 2020, None),
        ),
        ("It is one of previous Ofsted inspections.", ("previous Ofsted inspections", None, None, None)),
    ],
)
def test_words_that_refer_to_an_earlier_inspection(
    text: str, expected: tuple[str, str | None, int | None, int | None]
) -> None:
    assert read(text) == [expected]


def test_a_second_date_is_another_inspection() -> None:
    assert read("Two focused visits in March 2019 and October 2019 found it.") == [
        ("Two focused visits in March 2019", VISIT, 2019, 3),
        ("October 2019", VISIT, 2019, 10),
    ]


def test_several_kinds_in_a_sentence_are_several_inspections() -> None:
    assert read(
        "The last inspection in 2014 and the JTAI in April 2017 agree; this inspection does not."
    ) == [
        ("last inspection in 2014", None, 2014, None),
        ("JTAI in April 2017", JTAI, 2017, 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The inspection found that plans are clear.",
        "All 20 children met them at the inspection.",
        "This inspection in 2019 found it.",
        "The next inspection will be in 2027.",
        "At this last inspection meeting they disagreed.",
        "The fostering inspection in 2015 was good.",
        "An inspection by HMIC in 2015 was good.",
        "Children have more visits in 2019 than in the last year.",
        "During the inspection, which they had expected since 2015, they were calm.",
        "They were inspected again and again, the last of them twice.",
        "The proportion at the inspection rose from 2014-15 on.",
        "Inspectional matters of 2019 are joint.",
    ],
)
def test_words_that_refer_to_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        "inspection ", "last inspection ", "inspected in ", "last ", "2019 ", "inspection of a ",
        "focused visit in March 2019 and ", "last joint local social ", "inspectioninspection",
        "single inspection framework (SIF) ",
    ],
)  # fmt: skip
def test_the_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = fold_words(unit * (size // len(unit)))
        start = time.process_time()
        for _ in earlier_spans(ILACS, text):
            pass
        return time.process_time() - start

    seconds(1_000)
    short = min(seconds(50_000) for _ in range(3))
    long = min(seconds(200_000) for _ in range(3))
    assert long < 8 * short + 0.05

"""Pages that are missing, repeated or out of order."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.reading.layout import page_cuts
from inspection_model.reading.layout.furniture import find_furniture
from inspection_model.reading.layout.headings import headings_of
from inspection_model.reading.layout.layout import lay_out
from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.vocabulary import RemarkCode


def _messages(source: str) -> list[str]:
    problems = lay_out(source, [focused_framework()]).problems
    assert all(problem.code is RemarkCode.PAGE_MISSING for problem in problems)
    return [problem.message for problem in problems]


def _numbered(numbers: str, form: str = "{}") -> str:
    return "\n\f".join(f"Team {'abcdefghi'[int(n)]} met.\n\n{form.format(n)}" for n in numbers)


@pytest.mark.parametrize("form", ["{}", "Page {}", "- {} -", "Made in Otterford, page {}"])
@pytest.mark.parametrize(
    ("numbers", "messages"),
    [
        ("1234", []),
        ("1245", ["page 4 follows page 2; pages are missing"]),
        ("1223", ["page 2 is there twice"]),
        ("1324", ["page 3 follows page 1; pages are missing, and 2 more"]),
        ("2134", ["page 1 follows page 2, and 1 more"]),
        # No number is the next one: they do not count the pages.
        ("1357", []),
    ],
)
def test_printed_numbers_show_that_pages_are_missing(form: str, numbers: str, messages: list[str]) -> None:
    assert _messages(_numbered(numbers, form)) == messages


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("One.\n\nPage 1 of 2\n\fTwo.\n\nPage 2 of 2", []),
        ("One.\n\nPage 1 of 3\n\fTwo.\n\nPage 2 of 3", ["the last page is page 2 of 3; pages are missing"]),
        ("One.\n\nPage 1 of 3\n\fTwo.\n\nPage 2 of 3\n\fThree.", []),
        # A page without a number counts as one.
        ("One.\n\n1\n\fTwo.\n\fThree.\n\n3", []),
        ("One.\n\fTwo.\n\n2\n\fThree.\n\n3", []),
        ("One.\n\fThree.\n\n3\n\fFour.\n\n4", ["page 3 is page 2 of the text; pages are missing"]),
        # The first page may be one of a larger document; without form feeds it may have no number.
        ("Three.\n\n3\n\fFour.\n\n4", []),
        ("One.\n\nTwo.\n\n2\n\nThree.\n\n3\n\nFour.", []),
        ("One.\n\n1\n\nThree.\n\n3\n\nFour.", ["page 3 follows page 1; pages are missing"]),
        # Of two numbers on a page none is certain.
        ("One.\n\n1\n\f7\n\nTwo.\n\n2\n\fThree.\n\n3", []),
        ("", []),
    ],
)
def test_numbers_are_compared_with_the_pages(source: str, messages: list[str]) -> None:
    assert _messages(source) == messages


_CUT = ["a sentence breaks off at the end of a page; a page may be missing"]


@pytest.mark.parametrize(
    ("before", "after", "messages"),
    [
        ("Plans are kept by the", "- Staff are good.", _CUT),
        ("Plans are kept by the", "Findings", _CUT),
        ("Plans are kept by the", "However, staff are good.", _CUT),
        ("of", "The staff", _CUT),
        ("Plans are kept.", "and staff are good.", _CUT),
        # Sentences that may continue.
        ("Plans are kept by the", "Otterford team.", []),
        ("Plans are kept by the", "staff.", []),
        ("Plans are kept by the", "IT staff.", []),
        ("Plans are kept by", "In-house staff.", []),
        ("Plans are kept by staff", "- Staff are good.", []),
        ("Plans are kept by X-the", "However, staff are good.", []),
        ("Plans are kept.", "Staff are good.", []),
        ("Plans are kept.", "- and staff are good.", []),
        ("Plans are kept by Dr.", "and staff", []),
        ("Plans are kept.", "www.otterford.example", []),
        ("Plans are kept:", "by staff", []),
    ],
)
def test_a_sentence_that_a_page_break_cuts_shows_that_a_page_is_missing(
    before: str, after: str, messages: list[str]
) -> None:
    assert _messages(f"Staff are good.\n\n{before}\n\f{after}\n\nMore.") == messages


_ABOVE = "The leaders of Otterford meet\nevery week, and they know what the"


@pytest.mark.parametrize(
    ("before", "after", "messages"),
    [
        # A full line in mid-sentence, and a word that has no capital within sentences.
        ("staff of the teams think and want", "Leaders meet often.", _CUT),
        ("staff of the teams think and want", "Throughout the year leaders meet.", _CUT),
        ("staff of the teams think and want", "Yours sincerely", _CUT),
        ("staff of the teams think and want", "Findings", _CUT),
        ("staff of the teams think, and want,", "- Leaders meet.", _CUT),
        # A name, or a word that may be one.
        ("staff of the teams think and want", "Leaders Board minutes.", []),
        ("staff of the teams think and want", "Managers meet.", []),
        ("staff of the teams say of Otterford", "Leaders meet often.", []),
        ("staff say at the Department for", "Leaders meet often.", []),
        ("staff of the teams think and want,", "Leaders meet often.", []),
        ("staff of the teams think and want", "leaders who meet often.", []),
        ("staff of the teams think and want", "2019. They meet often.", []),
        # A short line, and a row of a table.
        ("staff think", "Leaders meet often.", []),
        ("staff of the      teams think", "Leaders meet often.", []),
        # No letter at the end, and a line alone.
        ("staff of the teams of 2018 and 2019", "Leaders meet often.", []),
    ],
)
def test_a_full_line_in_mid_sentence_shows_that_a_page_is_missing(
    before: str, after: str, messages: list[str]
) -> None:
    assert _messages(f"{_ABOVE}\n{before}\n\f{after}\n\nMore.") == messages


def test_a_line_alone_in_mid_sentence_may_be_a_heading() -> None:
    assert _messages("The leaders meet.\n\nWhat the leaders know and want\n\fLeaders meet.") == []


@pytest.mark.parametrize(
    ("items", "last", "messages"),
    [
        (["The quay is wet.", "The gate is shut."], "The lamps of the quay are often", _CUT),
        # Items without full stops: the last one may be complete, if no sentence ends in it.
        (["The quay and its gate", "The ropes"], "The lamps of the quay are often", []),
        (["The quay and its gate", "The ropes"], "The lamps go out. The quay is often", _CUT),
        (
            ["The quay and its gate", "The ropes"],
            "The lamps go\nout. Then the quay is\nwet and dark and cold",
            _CUT,
        ),
    ],
)
def test_an_item_below_a_line_in_mid_sentence_shows_it_if_items_have_stops(
    items: list[str], last: str, messages: list[str]
) -> None:
    listed = "\n".join(f"- {item}" for item in (*items, last))
    assert _messages(f"{listed}\n\f- The ropes are long.") == messages


def test_the_remark_has_the_position_of_the_number() -> None:
    source = _numbered("13")
    (problem,) = lay_out(source, []).problems
    assert problem.start is not None
    assert source[problem.start : problem.end] == "3"


def test_the_words_of_a_text_are_collected_once() -> None:
    lines = split_lines("The team met, and the board met.\nIt was late.", unusual_characters(""))
    headings = headings_of(focused_framework())
    text = page_cuts._Text(lines, find_furniture(lines, headings), headings)
    words = text._words_within()
    assert {"team", "board", "was"} <= words
    assert text._words_within() is words

"""Characters that were not decoded, or decoded wrongly."""

from __future__ import annotations

import pytest

from inspection_model.reading.layout.lines import unusual_characters
from inspection_model.reading.layout.undecoded import undecoded_remarks
from inspection_model.vocabulary import RemarkCode


def _found(source: str) -> list[tuple[RemarkCode, str, str]]:
    remarks = undecoded_remarks(source, unusual_characters(source))
    return [(remark.code, source[remark.start : remark.end], remark.message) for remark in remarks]


@pytest.mark.parametrize(
    ("source", "quoted"),
    [
        ("the town&rsquo;s lamps", "&rsquo;"),
        ("the town&#8217;s lamps", "&#8217;"),
        ("the town&#x2019;s lamps", "&#x2019;"),
        ("lamps<br/>ropes", "<br/>"),
        ("<p>Lamps", "<p>"),
        ("the town=E2=80=99s lamps", "=E2=80"),
        ("the town=92s lamps", "=92"),
        ("lamps =96 ropes", "=96"),
        ("lamps and=\nropes", "="),
        ("lamps and=20\r\nropes", "=20"),
        ("the town\u00e2\u20ac\u2122s lamps", "\u00e2\u20ac"),
        ("\u00c2\u00a35", "\u00c2\u00a3"),
        ("caf\u00c3\u00a9", "\u00c3\u00a9"),
        ("lamps\u00c2 and", "\u00c2 "),
        ("\u00ef\u00ac\u0081nd", "\u00ef\u00ac"),
        ("\u00f0\u0178\u2122\u201a", "\u00f0\u0178"),
        ("the town\u201a\u00c4\u00f4s lamps", "\u201a\u00c4\u00f4"),
        ("the town\\u2019s lamps", "\\u2019"),
        ("the town\ufffds lamps", "\ufffd"),
        ("the town?s lamps", "?"),
    ],
)
def test_a_character_that_was_not_decoded_gets_a_remark(source: str, quoted: str) -> None:
    ((code, found, message),) = _found(source)
    assert (code, found) == (RemarkCode.TEXT_DAMAGED, quoted)
    assert message.isascii()


@pytest.mark.parametrize(
    "source",
    [
        "",
        "R&D; and more",
        "A&B",
        "&unknownname;",
        "a < b",
        "x = 5",
        "a=b",
        "=====\n",
        "https://otterford.example/?id=20&b=92",
        "Is it over? So it is",
        "CAF\u00c9\u2019S",
        "S\u00c3O",
        "\u00c2 La",
        "C:\\users",
        "caf\u00e9",
    ],
)
def test_other_texts_get_no_remark(source: str) -> None:
    assert _found(source) == []


def test_all_characters_of_a_kind_have_one_remark() -> None:
    assert [message for _, _, message in _found("&amp; and &amp; and &amp; and a=92s")] == [
        'HTML that was not decoded: "&amp;", and 2 more',
        'quoted-printable that was not decoded: "=92"',
    ]


def test_a_soft_hyphen_between_letters_may_be_a_printed_one() -> None:
    ((code, found, _),) = _found("self\u00adhelp and self\u00adcare")
    assert (code, found) == (RemarkCode.CONTROL_CHARACTER, "\u00ad")
    assert _found("5\u00ad7") == []

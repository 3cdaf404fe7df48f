"""Where paragraphs end, at the limits: by a gap, by room, by an indent, and between pages."""

from __future__ import annotations

import pytest

from inspection_model.reading.files import pdf_paragraphs as pdf
from inspection_model.reading.files.pdf_lines import Page
from inspection_model.reading.files.pdf_row import Row


def _row(
    text: str = "Words", base: float = 0, *, left: float = 0, right: float = 100, ends: bool = False
) -> Row:
    return Row(text, left, right, base - 2, base + 8, base, 10, ends)


def _page(*body: Row) -> Page:
    return Page(list(body), [], None)


def _gaps(
    *lines: tuple[str, float], elsewhere: tuple[float, ...] = (), single: tuple[float, ...] = ()
) -> list[bool]:
    rows = [_row(text, base) for text, base in lines]
    return pdf._gaps(rows, pdf._spacing(rows), elsewhere, single)


def _starts(*lines: Row) -> list[bool]:
    [starts], turns, _ = pdf.paragraphs([_page(*lines)])
    assert turns == []
    return starts


# Gaps.

FLOWING = (("Words of a sentence", 200), ("that goes on", 188), ("and on", 176), ("to its end.", 164))


@pytest.mark.parametrize(
    ("pitch", "text", "gap"),
    [
        # A tenth more than within sentences; a quarter more within one.
        (13.2, "Next", False),
        (13.3, "Next", True),
        (13.3, "next", True),  # after a full stop no sentence goes on
        (11, "Next", False),
    ],
)
def test_a_gap_is_a_distance_wider_than_within_sentences(pitch: float, text: str, gap: bool) -> None:
    assert _gaps(*FLOWING, (text, 164 - pitch)) == [False, False, False, False, gap]


@pytest.mark.parametrize(("pitch", "gap"), [(15, False), (15.1, True)])
def test_within_a_sentence_a_gap_is_wider(pitch: float, gap: bool) -> None:
    assert _gaps(*FLOWING[:3], ("to its end", 176 - pitch)) == [False, False, False, gap]


def test_the_other_pages_say_what_is_usual_where_fewer_than_three_lines_go_on() -> None:
    lines = (("A sentence", 200), ("that goes on.", 186), ("Another one.", 172))
    assert _gaps(*lines) == [False, False, False]
    assert _gaps(*lines, elsewhere=(12, 12)) == [False, False, True]
    assert not _gaps(*FLOWING, ("Next", 152), elsewhere=(10, 10, 10))[4]


@pytest.mark.parametrize(
    ("bases", "single", "gaps"),
    [
        ((), (), []),
        ((100,), (), [False]),
        # Where no sentence goes on: the lowest of the usual distances that are not set apart.
        ((100, 88, 72), (), [False, False, True]),
        ((100, 84), (14,), [False, False]),
        ((100, 83.9), (10,), [False, True]),
        ((100, 83.9), (), [False, False]),
        ((100, 83.9, 60), (), [False, False, True]),
    ],
)
def test_without_a_sentence_that_goes_on_the_lines_that_are_not_set_apart_say_what_is_usual(
    bases: tuple[float, ...], single: tuple[float, ...], gaps: list[bool]
) -> None:
    assert _gaps(*(("Words.", base) for base in bases), single=single) == gaps


def test_among_close_lines_a_gap_may_be_as_wide_as_the_lines_of_a_double_spaced_text() -> None:
    """A letter in double spacing has an address and a signature in single spacing."""
    double = (("Words of a sentence", 300), ("that goes on", 276), ("and on", 252), ("to its end.", 228))
    close = (("Yours sincerely", 192), ("Ada Quill", 168), ("Inspector", 156), ("Sampleton", 144))
    assert _gaps(*double, *close) == [False, False, False, False, True, True, False, False]


def test_a_line_is_measured_against_the_one_above_it_in_its_column() -> None:
    """Two columns whose lines stand between each other."""
    left = [_row("Left words", 200 - 12 * n, right=40) for n in range(4)]
    right = [_row("Right words", 197 - 12 * n, left=60) for n in range(4)]
    lines = [row for pair in zip(left, right, strict=True) for row in pair]
    lines.append(_row("Below", 140))
    assert pdf._spacing(lines).pitches == [3, 12, 12, 12, 12, 12, 12, 21]


# Room.


def test_a_paragraph_starts_below_a_sentence_that_had_room_for_its_first_word() -> None:
    """A line's height to spare: about two letters."""
    above = [_row("Words of a sentence", 36), _row("of two lines", 24)]

    def starts(right: float, end: str = "to its end.", text: str = "It is new and full") -> bool:
        return _starts(*above, _row(end, 12, right=right), _row(text, 0))[3]

    # The word "It " of 18 characters takes 16.7, and 10 are to spare.
    assert starts(73.2)
    assert not starts(73.4)
    assert not starts(73.2, end="to its end")
    assert not starts(73.2, text="it is no start")
    assert not starts(73.2, text="2. Next of a list")


def test_a_short_line_that_ends_no_sentence_is_no_start_of_a_paragraph() -> None:
    """An address may have an abbreviation."""
    above = [_row("Words of a sentence", 36), _row("of two lines", 24), _row("Long St.", 12, right=40)]
    assert not _starts(*above, _row("Sampleton", 0, right=60))[3]
    assert _starts(*above, _row("Sampleton is new", 0, right=61))[3]
    assert _starts(*above, _row("Sampleton is.", 0, right=60))[3]


def test_of_short_paragraphs_the_full_lines_of_the_file_say_how_wide_a_column_is() -> None:
    """Where a sentence continues on a next line the longest line between two gaps does."""
    wide = [_row("Words of", 90), _row("a long", 78), _row("line.", 66, right=99)]
    lines = [
        *wide,
        _row("One line.", 36, right=30),
        _row("Another.", 24, right=30),
        _row("A third.", 12, right=40),
    ]
    assert _starts(*lines) == [False, False, False, True, True, True]
    narrow = [
        _row("Words that", 36, right=40),
        _row("continue.", 24, right=40),
        _row("Then more.", 12, right=40),
    ]
    assert _starts(*wide, *narrow) == [False, False, False, True, False, False]


def test_a_line_in_another_column_starts_no_paragraph_without_a_gap() -> None:
    lines = [_row("Words of a sentence", 24, right=300), _row("End.", 12, right=40)]
    assert not _starts(*lines, _row("Beside it is more.", 0, left=150, right=300))[2]
    assert _starts(*lines, _row("Below it is more.", 0, left=39, right=189))[2]


def test_the_ends_of_paragraphs_are_inferred_if_most_have_no_gap() -> None:
    wide = [_row("Words that", 90), _row("continue.", 78, right=40)]
    close = [_row("One more.", 66, right=40), _row("Another.", 54, right=40)]
    apart = [_row("One more.", 40, right=40), _row("Another.", 14, right=40)]
    assert pdf.paragraphs([_page(*wide, *close)]).inferred
    assert not pdf.paragraphs([_page(*wide, *apart)]).inferred
    assert not pdf.paragraphs([_page(*wide, *close), _page(*wide, *apart)]).inferred
    assert not pdf.paragraphs([_page(*wide)]).inferred


# Indents.


@pytest.mark.parametrize(
    ("indent", "below", "starts"),
    [(8, 0, False), (8.1, 0, True), (8.1, 4, False), (39.9, 0, True), (40, 0, False), (-9, 0, False)],
)
def test_a_paragraph_may_start_with_an_indented_line_below_a_full_one(
    indent: float, below: float, starts: bool
) -> None:
    lines = [_row("Words of a sentence", 36), _row("to its end.", 24)]
    indented = _row("It is new and full", 12, left=indent)
    assert _starts(*lines, indented, _row("and goes on", 0, left=below))[2] == starts
    assert not _starts(*lines, indented)[2]
    assert not _starts(lines[0], _row("- to its end.", 24), indented, _row("and goes on", 0, left=below))[2]
    assert not _starts(lines[0], _row("to no end", 24), indented, _row("and goes on", 0, left=below))[2]


# Turns of pages.


def _turn(last: Row, first: Row, *, marked: bool, edge: float = 100) -> tuple[bool, bool]:
    turn = pdf._turn([_row(), last], edge, [first, _row()], marked=marked)
    return turn.continues, turn.uncertain


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(
    ("last", "first", "continues"),
    [
        (_row("One", ends=True), _row("two"), True),
        (_row("One", right=20), _row("two"), True),
        (_row("One"), _row("- two"), False),
        (_row("One."), _row("2. Two"), False),
        # At another margin, unless below an item.
        (_row("One", left=4), _row("Two"), False),
        (_row("One", left=3.9), _row("Two"), True),
        (_row("- One", left=4), _row("Two"), True),
        (_row("One", left=-4), _row("Two"), False),
        # With room for the next word.
        (_row("One.", right=20), _row("Two words of it"), False),
        (_row("One.", right=20), _row("two words of it"), False),
    ],
)
def test_what_shows_at_a_turn_whether_a_paragraph_continues(
    last: Row, first: Row, marked: bool, continues: bool
) -> None:
    assert _turn(last, first, marked=marked) == (continues, False)


def test_below_a_full_line_that_ends_a_sentence_the_marks_of_the_file_decide_or_a_doubt_remains() -> None:
    last, first = _row("One."), _row("Two")
    assert _turn(last, first, marked=True) == (True, False)
    assert _turn(last._replace(ends=True), first, marked=True) == (False, False)
    assert _turn(last, first, marked=False) == (False, True)
    assert _turn(_row("One"), first, marked=False) == (True, False)


def test_a_short_line_that_ends_no_sentence_is_a_line_of_an_address_or_a_heading() -> None:
    last, first = _row("One", right=20), _row("Two words of it")
    assert _turn(last, first, marked=True) == (True, False)
    assert _turn(last._replace(ends=True), first, marked=True) == (False, False)
    assert _turn(last, first, marked=False) == (False, False)


def test_nothing_continues_from_or_to_an_empty_page() -> None:
    page = _page(_row("One"), _row("two", -12))
    found = pdf.paragraphs([page, _page(), page])
    assert found.turns == [pdf.Turn(continues=False)] * 2


def test_a_file_marks_the_ends_of_paragraphs_if_most_have_a_mark() -> None:
    def page(*ends: bool) -> Page:
        return _page(*[_row("Words", -30 * n, ends=end) for n, end in enumerate(ends)])

    def marked(*pages: Page) -> bool:
        return pdf._are_ends_marked(pages, [[n > 0 for n in range(len(page.body))] for page in pages])

    assert marked(page(True, True, False))
    assert not marked(page(True, False, True))
    assert marked(page(True, False), page(True, True))
    assert not marked(page(False))
    assert not marked()

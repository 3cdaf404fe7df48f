"""The rows of a page: their places on turned pages, the gaps within them, raised digits, lost characters."""

from __future__ import annotations

import math

import pytest
from pdf_samples import Content, Run, column, make_pdf, show

from inspection_model.errors import LetterFormatError
from inspection_model.reading.files import pdf_rows
from inspection_model.reading.files.pdf import PdfText, pdf_text
from inspection_model.vocabulary import RemarkCode

LINES = column("The first line of a page", "and the second multi-", "line of it.", "", "More.", x=100, y=300)
TEXT = "The first line of a page\nand the second multi-\nline of it.\n\nMore.\n\n"


def read(*drawn: Content, page_entries: str = "") -> PdfText:
    """Give the text of a page."""
    return pdf_text(make_pdf(drawn, page_entries=page_entries), name="letter.pdf")


def turned(matrix: str, *runs: Run) -> bytes:
    """Give runs in other coordinates."""
    return f"q {matrix} cm ".encode() + b"\n".join(map(show, runs)) + b" Q"


TURNS = {
    "up": "0 1 -1 0 595 0",
    "down": "0 -1 1 0 0 800",
    "upside down": "-1 0 0 -1 595 842",
    "sloping like a scanned page": "0.9999 0.014 -0.014 0.9999 0 0",
}


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("matrix", TURNS.values(), ids=TURNS)
def test_a_page_is_read_in_the_direction_of_its_text(matrix: str, rotate: int) -> None:
    """However the file turns it for the screen: some text runs up a page that is shown on its side."""
    text, remarks = read(turned(matrix, *LINES), page_entries=f"/Rotate {rotate}")
    assert "\n".join(line.strip() for line in text.split("\n")) == TEXT
    assert remarks == ()


def test_turned_and_upright_pages_have_the_same_left_margin() -> None:
    """The indents of all pages are counted from the margin of the letter."""
    for matrix in ("0 1 -1 0 595 0", "0 -1 1 0 0 842", "-1 0 0 -1 595 842"):
        text = pdf_text(make_pdf(LINES, [turned(matrix, *LINES)]), name="letter.pdf").text
        assert text == f"{TEXT}\f{TEXT}"


STAMP = Run(0, 0, "Copy of the office")


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 40 200", "0.7 0.7 -0.7 0.7 300 250", "0.98 -0.2 0.2 0.98 260 290"]
)
def test_text_at_another_angle_is_left_out_with_a_remark(matrix: str) -> None:
    first, *others = LINES
    orders: list[list[Content]] = [
        [first, *others, turned(matrix, STAMP)],
        [first, turned(matrix, STAMP), *others],
    ]
    for drawn in orders:
        text, remarks = read(*drawn)
        assert text.split() == TEXT.split()
        assert [(remark.code, remark.message) for remark in remarks] == [
            (
                RemarkCode.TURNED_TEXT,
                'page 1 has text at another angle; it was left out: "Copy of the office"',
            )
        ]


def test_a_stamp_within_a_line_is_left_out_as_well() -> None:
    stamp = turned("0.7 0.7 -0.7 0.7 180 300", STAMP._replace(text="Copy copy copy"))
    text, remarks = read(
        Run(72, 300, "The start of a"), stamp, Run(240, 300, "line"), *column("below", y=280)
    )
    assert text.split() == ["The", "start", "of", "a", "line", "below"]
    assert len(remarks) == 1


def test_slanted_letters_stand_upright() -> None:
    """Some word processors make italics of upright letters by a matrix."""
    assert read(turned("1 0 0.33 1 0 0", *LINES)).remarks == ()


def test_a_page_with_nothing_but_a_stamp_has_no_text() -> None:
    with pytest.raises(LetterFormatError, match="no text"):
        read(turned("0.7 0.7 -0.7 0.7 300 250", STAMP))


@pytest.mark.parametrize(
    ("directions", "turn"),
    [
        ((0.0, 1.0, 1.05), 1),
        ((3.96, 0.04, 2.0), 0),
        ((-1.0, 0.5), 3),
        ((math.nan, 0.5, -2.0), 2),
        ((math.nan, 0.07), 0),
        ((), 0),
    ],
)
def test_a_page_is_turned_by_the_direction_of_most_of_its_text(
    directions: tuple[float, ...], turn: int
) -> None:
    assert pdf_rows._most(directions, [1] * len(directions)) == turn
    assert pdf_rows._most((*directions, 3.0), [*[1] * len(directions), 9]) == 3


# Gaps.


def test_cells_of_a_line_are_apart_in_whatever_order_the_file_has_them() -> None:
    """PDFium gives one space for a gap of any width between runs that follow each other."""
    rows = [("Ada Quill", "Ben Mole"), ("Inspector", "Inspector, and the lead")]
    runs = [Run(72 + 230 * x, 700 - 15 * y, text) for y, row in enumerate(rows) for x, text in enumerate(row)]
    text = "Ada Quill   Ben Mole\nInspector   Inspector, and the lead\n\n"
    assert read(*runs).text == text
    assert read(*runs[::-1]).text == text
    prose = column("Some words of a sentence that is long enough", "to be full lines of the page", y=600)
    assert read(*runs, *prose).text.startswith(text[:-1])
    moved = b"BT /F1 12 Tf 72 700 Td [(Ada Quill) -12000 (Ben Mole)] TJ ET"
    assert read(moved, *prose).text.startswith("Ada Quill   Ben Mole\n")


def test_a_bullet_or_a_number_and_its_tab_are_one_cell_with_the_item() -> None:
    for mark in ("\u2022", "2.", "2"):
        assert read(
            Run(72, 700, mark), Run(110, 700, "an item"), *column("more words", y=685)
        ).text.startswith(f"{mark} an item\n")


def test_wide_letters_are_no_gaps() -> None:
    text = "WWW MMM WWW MMM"
    assert read(Run(72, 700, text), *column("till it fills", "all its little lines", y=685)).text.startswith(
        text
    )


# Raised digits.


def number(raised: str, *, rise: int = 5, size: int = 7, gap: str = "") -> bytes:
    """Give a line with digits after a number."""
    digits = f"{rise} Ts /F1 {size} Tf ({raised}) Tj 0 Ts"
    return f"BT /F1 12 Tf 72 700 Td (of 22) Tj {gap} {digits} /F1 12 Tf ( are) Tj ET".encode()


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (number("1"), "of 22\u00b9 are"),
        (number("12"), "of 22\u00b9\u00b2 are"),
        (number("1", gap="3 0 Td"), "of 22\u00b9 are"),
        (number("1", rise=0), "of 221 are"),
        (number("1", rise=-3), "of 221 are"),
        (number("1", size=12), "of 221 are"),
        (number("nd"), "of 22nd are"),
        (
            b"BT /F1 12 Tf 72 700 Td (of 5) Tj 5 Ts /F1 7 Tf (3) Tj 0 Ts /F1 12 Tf ( are) Tj ET",
            "of 5\u00b3 are",
        ),
    ],
)
def test_raised_digits_after_a_number_stay_raised(line: bytes, text: str) -> None:
    drawn = read(line, *column("more words", y=685)).text
    assert drawn.split("more")[0].split() == text.split()


def test_a_raised_digit_after_a_number_is_left_out_if_its_footnote_is_on_the_page() -> None:
    note = Run(72, 60, "1 Counted in the spring.", 7)
    text = read(number("1"), *column("more words", "of it", y=680), note).text
    assert text.split("more")[0].split() == ["of", "22", "are"]
    assert "\n1\n  Counted in the spring.\n" in text


# Lost characters.


@pytest.mark.parametrize("count", [1, 30, 1100])
def test_characters_that_pdfium_leaves_out_of_its_text_do_not_move_the_others(count: int) -> None:
    """Its list of the characters of a page has them: NUL, and codes that a font does not have."""
    lost = b"BT /F1 12 Tf 100 400 Td (X" + rb"\000" * count + b"Y) Tj ET"
    assert read(lost, *LINES).text.endswith("\n\n" + TEXT)
    assert read(*LINES, lost.replace(b"100 400", b"100 200")).text.startswith(TEXT[:-1])


def test_an_unknown_sign_beside_a_lost_character_is_unknown() -> None:
    lost = b"BT /F1 12 Tf 100 400 Td (X" + rb"\000" * 3 + b") Tj /F2 12 Tf (oBo B) Tj ET"
    assert read(lost, *LINES).text.split("\n")[0] == "Xo\ufffdo \ufffd"


def test_a_lone_half_of_a_character_is_unknown() -> None:
    assert read(Run(100, 400, "oCo", font="F2"), *LINES).text.split("\n")[0] == "o\ufffdo"

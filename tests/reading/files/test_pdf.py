"""The text of a PDF: lines, cells, blank lines, page ends, and the errors."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from pdf_samples import RULE, Content, Run, column, make_pdf, write_pdf

from inspection_model.errors import LetterFormatError, MissingExtraError
from inspection_model.reading.files import pdf, pdf_pages
from inspection_model.reading.files.pdf import pdf_text
from inspection_model.reading.files.pdf_row import Row
from inspection_model.vocabulary import RemarkCode

LETTERS = Path(__file__).parents[3].parent / "shared" / "letters" / "focused-visits"


def text_of(*pages: Sequence[Content]) -> str:
    """Give the text of a PDF of these pages."""
    return pdf_text(make_pdf(*pages), name="letter.pdf").text


def lone_space(after: Run) -> Run:
    """Give the run that ends a paragraph: a space that stands alone."""
    return after._replace(x=after.x + 200, text=" ")


# Lines, cells and blank lines.


def test_each_visual_line_is_a_line_and_a_wider_gap_is_a_blank_line() -> None:
    """Three lines of one pitch, then a paragraph."""
    text = text_of(column("Alpha beta gamma", "delta epsilon", "zeta.", "", "Eta theta"))
    assert text == "Alpha beta gamma\ndelta epsilon\nzeta.\n\nEta theta\n\n"


def test_lines_that_each_are_a_paragraph_have_blank_lines_between() -> None:
    """The last page of a letter often has nothing but such lines; the other pages give the pitch."""
    last = column("Alpha beta.", "", "Yours sincerely", "", "Gamma")
    assert text_of(column("Delta", "epsilon"), last).endswith("Alpha beta.\n\nYours sincerely\n\nGamma\n\n")
    assert "Alpha beta.\n\nDelta\n\nepsilon\nzeta\n\nEta" in text_of(
        column("Alpha beta.", "", "Delta", "", "epsilon", "zeta", "", "Eta")
    )


def test_a_page_that_is_set_closer_than_the_others_is_measured_by_itself() -> None:
    """Its blank lines are narrower, too."""
    close = [*column("Beta", "gamma", pitch=12), *column("Delta", "epsilon", y=670, pitch=12)]
    text = text_of(column("alpha", "alpha", "alpha", "alpha"), close)
    assert text.endswith("Beta\ngamma\n\nDelta\nepsilon\n\n")


def test_a_letter_set_with_a_wide_pitch_throughout_has_no_blank_lines_but_wider_ones() -> None:
    """Nothing but the letter itself says what is usual."""
    text = text_of(column("Alpha", "beta", "gamma", "", "delta", "epsilon", pitch=24))
    assert text == "Alpha\nbeta\ngamma\n\ndelta\nepsilon\n\n"


def test_cells_side_by_side_are_one_line_with_three_spaces_between() -> None:
    """A letterhead in two columns, in whatever order the file has it."""
    left = column("Inspectorate", "1 Sample Street", "Sampleton")
    right = column("T 01632 960000", "someone@example.org", x=350)
    rows = "Inspectorate   T 01632 960000\n1 Sample Street   someone@example.org\nSampleton\n\n"
    assert text_of(left + right) == rows
    assert text_of(right + left) == rows


def test_a_letterhead_at_the_end_of_the_file_stands_where_the_page_shows_it() -> None:
    """Text boxes are often written last."""
    letterhead = column("Inspectorate", "1 Sample Street", y=790)
    body = column("1 May 2020", "Dear Ms Sample", y=700)
    assert text_of(body + letterhead).split("\n")[0] == "Inspectorate"


def test_words_of_one_line_in_several_runs_are_joined_as_the_page_shows_them() -> None:
    """A narrow gap is a space; none is none; a raised digit stays at its word and lifts no line."""
    lines = column("needs", "and more of the same", "and more", "and more")
    text = text_of([*lines, Run(134, 705, "1", 7), Run(110, 700, "care")])
    assert text == "needs care1\nand more of the same\nand more\nand more\n\n"


def test_lines_printed_over_each_other_are_not_joined() -> None:
    """What stands over a line is another line; of the same line twice PDFium gives one."""
    text = text_of([*column("Room One", "Sampleton"), *column("Room Two", "Otterford", y=698.5)])
    assert [line for line in text.split("\n") if line] == ["Room One", "Room Two", "Sampleton", "Otterford"]
    text = text_of([*column("Room One", "Sampleton"), *column("Room Two", "Sampleton", y=698.5)])
    assert text.split() == ["Room", "One", "Room", "Two", "Sampleton"]


def test_bullets_that_are_drawn_as_shapes_are_bullets() -> None:
    """Browsers print the bullets of a list as circles, filled or not; a pale or a large shape is none."""
    lines = column("An item that is new", "Another item", x=90)
    items: list[Content] = [*lines, b"78 702.5 4 4 re f", b"78 687.5 4 4 re f"]
    assert text_of(items) == "\u2022 An item that is new\n\u2022 Another item\n\n"
    for shape in (
        b"1 1 1 rg 78 702.5 4 4 re f",
        b"76 700 10 10 re f",
        b"78 702.5 4 8 re f",
    ):
        assert "\u2022" not in text_of([*lines, shape])
    outlines: list[Content] = [*lines, b"78 702.5 4 4 re S", b"78 687.5 4 4 re S"]
    assert text_of(outlines) == text_of(items)
    turned: list[Content] = [b"q 0 1 -1 0 800 0 cm", *items, b"Q"]
    assert text_of(turned) == text_of(items)


def test_an_indented_line_keeps_its_indentation() -> None:
    """An item's lines stand to the right of the left margin."""
    text = text_of([Run(72, 700, "The margin"), Run(108, 685, "indented")])
    margin, indented, *_ = text.split("\n")
    assert margin == "The margin"
    assert re.fullmatch(" {3,8}indented", indented)


def test_a_page_keeps_its_last_letter() -> None:
    """Only the line end after it goes."""
    assert text_of(column("Alpha", "beta BOX"), column("GAMMA X")) == "Alpha\nbeta BOX\fGAMMA X\n\n"


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    """PDFium writes it as another character and joins the lines."""
    assert text_of(column("a multi-", "agency team")) == "a multi-\nagency team\n\n"


def test_characters_outside_the_basic_plane_do_not_move_the_lines_after_them() -> None:
    """PDFium counts them twice, Python once; the lines' places must not shift."""
    bold = Run(72, 700, "AAAAAAAA", font="F2")
    text = text_of([bold, *column("left", "next", y=685), Run(300, 685, "right")])
    assert text == "\U0001d49c" * 8 + "\nleft   right\nnext\n\n"


def test_a_sign_that_its_font_does_not_tell_is_marked_as_unknown() -> None:
    """A wrong hyphen would be silent."""
    text = text_of([Run(72, 700, "oBo", font="F2"), Run(72, 685, "and then all is well again")])
    assert text == "o\ufffdo\nand then all is well again\n\n"
    assert text_of([Run(72, 700, "oB", font="F2")]) == "o\ufffd\n\n"  # a quarter, the line ends counted


@pytest.mark.parametrize("far", [1e6, 1e8, 9e45])
def test_text_far_outside_the_page_does_not_fill_the_memory(far: float) -> None:
    """An indentation is never wider than a page."""
    assert len(text_of([Run(72, 700, "near"), Run(far, 685, "far away")])) < 1000


def test_text_without_a_height_has_no_indentation() -> None:
    """A size of nothing gives no pitch to count an indentation in."""
    flat = Row("flat", left=100, right=120, bottom=700, top=700, base=700, size=0, ends=False)
    assert pdf_pages._indented(flat, 72) == "flat"


# The ends of pages.

BODY = ("Alpha beta gamma", "delta epsilon")
MARKED = "A paragraph of one line"


def two_pages(*, last: str, following: str, ends: bool, x: float = 72) -> str:
    """Give the text of two pages, with a lone space after each paragraph; after ``last`` if it ends there."""
    first = column(MARKED, "", *BODY, last)
    first.insert(1, lone_space(first[0]))
    if ends:
        first.append(lone_space(first[-1]))
    return text_of(first, column(following, "theta iota", x=x))


def test_a_page_that_ends_without_a_lone_space_goes_on() -> None:
    """What sets a page writes a paragraph's end as a run of its own."""
    text = two_pages(last="kappa is done.", following="Lambda goes on", ends=False)
    assert "kappa is done.\fLambda goes on\n" in text


def test_a_page_whose_last_line_has_room_for_the_next_word_ends_its_paragraph() -> None:
    """A word that fits is not wrapped, whether lone spaces are written or not."""
    wide = "Alpha beta gamma delta epsilon zeta eta theta"
    text = text_of(column(wide, "iota."), column("Kappa is new", "lambda"))
    assert "iota.\n\n\fKappa is new\n" in text
    text = text_of(column(wide, wide, wide, "", "Iota alone."), column("Kappa", "lambda"))
    assert "Iota alone.\n\n\fKappa\n" in text


def test_a_full_last_line_that_ends_a_sentence_is_a_doubt_where_no_lone_spaces_are_written() -> None:
    """Nothing on the pages shows what goes on; where they are written, or a sentence goes on, they do."""
    wide = "alpha beta gamma delta epsilon zeta eta theta"
    first = column("Delta epsilon.", "", wide, wide, f"{wide}.")
    second = column("Iota kappa", "lambda")
    read = pdf_text(make_pdf(first, second, second), name="letter.pdf")
    assert f"{wide}.\n\n\fIota" in read.text
    assert [(remark.code, remark.message) for remark in read.remarks] == [
        (
            RemarkCode.PARAGRAPHS_UNCERTAIN,
            "the first lines of page 2 may continue the last paragraph of the page before",
        )
    ]
    marked = [first[0], lone_space(first[0]), *first[1:]]
    read = pdf_text(make_pdf(marked, second), name="letter.pdf")
    assert f"{wide}.\fIota" in read.text
    assert read.remarks == ()
    read = pdf_text(make_pdf(column(wide, wide, wide), second), name="letter.pdf")
    assert f"{wide}\fIota" in read.text
    assert read.remarks == ()


def test_paragraphs_without_gaps_are_separated_with_a_remark() -> None:
    """One whose last line is full would be joined to the next one."""
    wide = "Alpha beta gamma delta epsilon zeta eta theta"
    read = pdf_text(make_pdf(column(wide, "iota.", "Kappa is short.", "Lambda is, too.")), name="letter.pdf")
    assert read.text == f"{wide}\niota.\n\nKappa is short.\n\nLambda is, too.\n\n"
    assert [(remark.code, remark.message) for remark in read.remarks] == [
        (
            RemarkCode.PARAGRAPHS_UNCERTAIN,
            "no gaps between most paragraphs; their ends were inferred from the room on their lines",
        )
    ]


def test_a_page_that_ends_with_a_lone_space_and_a_full_stop_ends_its_paragraph() -> None:
    """A blank line stands before the form feed."""
    text = two_pages(last="kappa is done.", following="Lambda is new", ends=True)
    assert "kappa is done.\n\n\fLambda is new\n" in text


def marked(*runs: Run) -> list[Run]:
    """Give a page whose paragraphs end with lone spaces: one at its top, and these runs."""
    paragraph = Run(72, 760, MARKED)
    return [paragraph, lone_space(paragraph), *runs]


def test_what_is_drawn_after_the_last_word_is_no_lone_space() -> None:
    """A rule over the footnotes says nothing about the paragraph."""
    text = text_of([*marked(*column(*BODY, "kappa is done.")), RULE], column("Lambda goes on"))
    assert "kappa is done.\fLambda goes on\n" in text


def test_of_a_last_line_in_cells_the_last_cell_says_whether_a_lone_space_follows() -> None:
    """The cells may stand anywhere in the file."""
    cell = Run(300, 685, "Last cell.")
    body = column("Alpha beta gamma delta epsilon zeta eta theta iota kappa", "lambda")
    assert "Last cell.\n\n\fNu" in text_of(marked(*body[::-1], cell, lone_space(cell)), column("Nu", "xi"))
    assert "Last cell.\fNu" in text_of(marked(cell, body[0], body[1], lone_space(cell)), column("Nu", "xi"))


def test_characters_outside_the_basic_plane_do_not_move_the_end_of_their_line() -> None:
    """PDFium counts them twice; the lone space follows the line's last run, not the one before."""
    end = Run(140, 670, "end.")
    last = marked(*column(*BODY), Run(72, 670, "AAAAAAAA", font="F2"), end, lone_space(end))
    assert "end.\n\n\fLambda" in text_of(last, column("Lambda goes on"))
    assert "end.\fLambda" in text_of(last[:-1], column("Lambda goes on"))


def test_an_unfinished_sentence_goes_on_whatever_space_follows_it() -> None:
    """The space of a wrapped line may be a run of its own as well."""
    text = two_pages(last="kappa and", following="lambda goes on", ends=True)
    assert "kappa and\flambda goes on\n" in text


def test_an_unfinished_line_before_a_capital_ends_with_its_lone_space() -> None:
    """A heading has no full stop either."""
    text = two_pages(last="A heading", following="The text below it", ends=True)
    assert "A heading\n\n\fThe text below it\n" in text


def test_an_item_opens_a_paragraph_on_the_next_page() -> None:
    """A bullet or a number never goes on."""
    for item in ("2. lambda", "\u2022 lambda"):
        text = two_pages(last="kappa and no more", following=item, ends=False)
        assert f"kappa and no more\n\n\f{item}\n" in text


def test_a_page_that_begins_at_another_margin_does_not_go_on() -> None:
    """Unless the last line opened an item, whose next line hangs."""
    text = two_pages(last="kappa is done.", following="Lambda", ends=False, x=100)
    assert "kappa is done.\n\n\f" in text
    text = two_pages(last="\u2022 kappa is done.", following="Lambda", ends=False, x=84)
    assert re.search("kappa is done\\.\f +Lambda\n", text)


def test_a_page_number_stands_before_the_form_feed() -> None:
    """After a blank line where a paragraph ends; at once where it goes on."""
    number = Run(500, 40, "1")
    ending = marked(*column(*BODY, "kappa is done."))
    following = column("Lambda goes on", "theta iota")
    ended = text_of([*ending, lone_space(ending[-1]), number], following)
    assert re.search(r"kappa is done\.\n\n {20,}1\n\fLambda", ended)
    open_ended = text_of([*ending, number], following)
    assert re.search(r"kappa is done\.\n {20,}1\fLambda", open_ended)


def test_footnotes_stand_below_the_body_with_their_mark_on_a_line_of_its_own() -> None:
    """As in a plain text; their second line is indented like the first."""
    notes = column("1 A note that is set small", "and has a second line", y=90, pitch=10, size=8)
    text = text_of([*marked(*column(*BODY, "kappa is done.")), *notes], column("Lambda goes on"))
    assert "kappa is done.\n1\n  A note that is set small\n  and has a second line\fLambda" in text


def test_small_print_without_a_mark_is_no_footnote() -> None:
    """It stays in the body, where it stands."""
    small = column("small print", y=90, size=8)
    assert "\n\nsmall print\n" in text_of([*column(*BODY, "kappa."), *small])


@pytest.mark.parametrize("pages", [([], column(*BODY)), (column(*BODY), [])])
def test_an_empty_page_is_a_page_and_nothing_goes_on_to_it(pages: tuple[list[Run], ...]) -> None:
    """Page numbers are counted by form feeds."""
    text = text_of(*pages)
    assert text.count("\f") == 1
    assert text.strip("\n\f") == "\n".join(BODY)
    assert "\n\f" in text


# What is no letter.


_DAMAGED = ("the PDF is damaged or has no pages: Failed to load .*", "fetch it again")
_PICTURES = ("the PDF has no text: its pages are pictures", "run OCR over it first")
_FONTS = ("the PDF's fonts do not say which characters they show", "run OCR over it first")
_LOCKED = ("the PDF is encrypted", "remove the password and save it again")
_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        pytest.param(make_pdf([Run(72, 700, "x")])[:200], _DAMAGED, id="cut off"),
        pytest.param(b"%PDF-1.7\nrubbish", _DAMAGED, id="rubbish"),
        pytest.param(write_pdf([_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"]), _DAMAGED, id="no pages"),
        pytest.param(
            write_pdf([_CATALOG, b"<< /Type /Pages /Kids [9 0 R] /Count 1 >>"]), _DAMAGED, id="lost page"
        ),
        pytest.param(make_pdf([]), _PICTURES, id="one picture"),
        pytest.param(make_pdf([], []), _PICTURES, id="two pictures"),
        pytest.param(make_pdf([Run(72, 40, "7")]), _PICTURES, id="a picture with a page number"),
        pytest.param(make_pdf([Run(72, 700, "BBBB BBBB BB", font="F2")]), _FONTS, id="unknown font"),
        pytest.param(make_pdf([Run(72, 700, "BoBo", font="F2")]), _FONTS, id="half unknown font"),
        pytest.param(
            make_pdf(
                [Run(72, 700, "x")],
                trailer=f"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> "
                f"/U <{'00' * 32}> >>",
            ),
            _LOCKED,
            id="locked",
        ),
    ],
)
def test_what_gives_no_text_says_why_and_what_to_try(data: bytes, trouble: tuple[str, str]) -> None:
    """One error class; the message names the file."""
    with pytest.raises(LetterFormatError) as caught:
        pdf_text(data, name="folder/letter.pdf")
    path, reason, hint = caught.value.args
    assert path == "folder/letter.pdf"
    assert re.fullmatch(trouble[0], reason)
    assert hint == trouble[1]


def test_a_pdf_without_pages_is_not_called_encrypted_after_one_that_is() -> None:
    locked = make_pdf(
        [Run(72, 700, "x")],
        trailer="/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <00> /U <00> >>",
    )
    with pytest.raises(LetterFormatError, match="encrypted"):
        pdf_text(locked, name="locked.pdf")
    empty = write_pdf([_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"])
    with pytest.raises(LetterFormatError, match=_DAMAGED[0]):
        pdf_text(empty, name="empty.pdf")


def test_without_pypdfium2_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without the extra sees what to install."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"inspection-model\[pdf\]") as caught:
        pdf_text(make_pdf(column(*BODY)), name="letter.pdf")
    assert caught.value.args == ("reading a PDF", "pdf")


class StrangeError(Exception):
    """An error of another package."""


@pytest.mark.parametrize("error", [StrangeError("no such glyph"), AssertionError(), ValueError("bad")])
def test_any_exception_of_the_package_is_an_error_of_the_file(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("pypdfium2.PdfPage.get_textpage", fail)
    with pytest.raises(LetterFormatError) as caught:
        pdf_text(make_pdf(column(*BODY)), name="letter.pdf")
    said = str(error) or "AssertionError"
    assert caught.value.reason == f"the PDF is damaged or has no pages: {said}"
    assert caught.value.__cause__ is error
    monkeypatch.undo()
    assert text_of(column(*BODY))


def test_a_lack_of_memory_is_not_called_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pypdfium2.PdfDocument", fail)
    with pytest.raises(MemoryError):
        pdf_text(make_pdf(column(*BODY)), name="letter.pdf")


# Threads.


THREADS = """
import asyncio, os, sys, threading
from concurrent.futures import ThreadPoolExecutor
import inspection_model as im

data = [open(path, "rb").read() for path in sys.argv[1:]]
damaged = data[0][:300]

def read(number):
    try:
        return im.read_letter_bytes(data[number % len(data)] if number % 5 else damaged, name="x.pdf").source
    except im.LetterFormatError as error:
        return error.reason

async def read_all():
    return await asyncio.gather(*(asyncio.to_thread(read, number) for number in range(120)))

expected = [read(number) for number in range(120)]
with ThreadPoolExecutor(4) as threads:
    assert list(threads.map(read, range(120))) == expected
assert asyncio.run(read_all()) == expected

# A process that is forked while another thread reads can read, too.
stop = threading.Event()
def read_on():
    while not stop.is_set():
        read(1)
thread = threading.Thread(target=read_on)
thread.start()
for _ in range(20 if hasattr(os, "fork") else 0):
    if (child := os.fork()) == 0:
        os._exit(0 if read(2) == expected[2] else 1)
    assert os.waitpid(child, 0)[1] == 0
stop.set()
thread.join()
print("all equal")
"""


def test_threads_can_read_at_the_same_time(tmp_path: Path) -> None:
    """PDFium is not thread-safe: without a lock, this ends the interpreter in most runs."""
    paths = [tmp_path / f"{number}.pdf" for number in range(4)]
    for number, path in enumerate(paths):
        lines = [f"Line {line} of letter {number} with some words" for line in range(40)]
        path.write_bytes(make_pdf(*[column(*lines, pitch=14)] * 6))
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", THREADS, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "all equal\n", "")


def test_a_thread_that_reads_a_pdf_while_it_reads_another_does_not_wait_for_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner: list[pdf.PdfText] = []

    def count(data: bytes, name: str) -> list[pdf._PageRead]:
        if name == "outer.pdf":
            inner.append(pdf_text(data, name="inner.pdf"))
        return pages(data, name)

    pages = pdf._pages
    monkeypatch.setattr(pdf, "_pages", count)
    data = make_pdf(column(*BODY))
    assert [pdf_text(data, name="outer.pdf")] == inner


# The real letters.


def words_of(text: str) -> list[str]:
    """Give the words of a text, without spaces at hyphens."""
    return re.sub(r"-\s+", "-", text).split()


def real_letters() -> list[Path]:
    """Give the PDFs of the real letters."""
    if not LETTERS.is_dir():
        pytest.skip("the letters are not there: ../shared/letters/focused-visits")
    return sorted(LETTERS.glob("*.pdf"))


def test_every_real_letter_gives_the_words_of_its_text() -> None:
    """Word for word, in the same order, but for words of addresses that their pages hide."""
    letters = real_letters()
    assert len(letters) == 48
    different = []
    for path in letters:
        read = pdf_text(path.read_bytes(), name=path.name)
        found = words_of(read.text)
        expected = words_of(path.with_suffix(".txt").read_text(encoding="utf-8"))
        if found != expected:
            different.append(path)
            assert [remark.code for remark in read.remarks] == [RemarkCode.HIDDEN_TEXT]
            assert not Counter(found) - Counter(expected)
            assert (Counter(expected) - Counter(found)).total() <= 11
    assert len(different) == 3


def test_every_real_letter_has_as_many_pages_as_its_text() -> None:
    """So a passage's page number is the same from both."""
    for path in real_letters():
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        assert pdf_text(path.read_bytes(), name=path.name).text.count("\f") == text.rstrip("\f\n").count("\f")

"""An invented letter, set as a PDF, says what its text says, on whatever pages it stands."""

from __future__ import annotations

import re
import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from pdf_samples import Run, column, make_pdf

from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter, read_letter_file
from inspection_model.reading.files.pdf import pdf_text
from inspection_model.vocabulary import Category

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.txt"))
WHOLE = 1000

# Helvetica has none of these bullets, and no narrow space.
_IN_HELVETICA = str.maketrans({"\uf06e": "\u2022", "\u25fc": "\u2022", "\u202f": " "})


def text_of(path: Path) -> str:
    """Give the text of a letter, without the remains of another extraction."""
    text = path.read_text(encoding="utf-8").translate(_IN_HELVETICA)
    text = re.sub(r"\n+ *[0-9]*\n*\f", "\n", text)
    # Only a page shows that a paragraph starts here: the line above it has room.
    return text.replace("to go on from.\nWhere", "to go on from.\n\nWhere")


def typeset(text: str, lines_on_a_page: int) -> bytes:
    """Set a text as a word processor does: wrapped lines, a lone space after each paragraph, pages."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, 90, subsequent_indent=" ") or [""]
    pages: list[list[Run]] = [[] for _ in range(0, len(lines), lines_on_a_page)]
    top = 50 + 15 * min(len(lines), lines_on_a_page)
    for number, (line, following) in enumerate(pairwise([*lines, ""])):
        page, index = divmod(number, lines_on_a_page)
        words = line.strip()
        if words:
            run = Run(72 + 5 * (len(line) - len(line.lstrip())), top - 15 * index, words)
            pages[page] += [run] if following else [run, run._replace(x=800, text=" ")]
    return make_pdf(*pages, media_box=f"0 0 900 {top + 50}")


def read_typeset(text: str, lines_on_a_page: int, folder: Path) -> Reading:
    """Read a text by way of a PDF."""
    path = folder / "letter.pdf"
    path.write_bytes(typeset(text, lines_on_a_page))
    return read_letter_file(path)


def test_there_are_letters_to_set() -> None:
    assert len(LETTERS) >= 4


@pytest.mark.parametrize("lines_on_a_page", [WHOLE, 45, 28, 20])
@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_set_as_a_pdf_says_what_its_text_says(
    path: Path, lines_on_a_page: int, tmp_path: Path
) -> None:
    text = text_of(path)
    reading = read_typeset(text, lines_on_a_page, tmp_path)
    assert reading.inspection == read_letter(text).inspection
    assert reading.inspection.framework is not None


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    """More gaps than lines: the gap is not the usual pitch of the page."""
    lines = ("Alpha.", "", "Beta.", "", "Gamma.", "", "Delta runs on", "to a second line.", "", "Epsilon.")
    text = pdf_text(make_pdf(column(*lines)), name="letter.pdf").text
    assert text == "\n".join(lines) + "\n\n"


def test_a_text_in_double_spacing_is_no_list_of_paragraphs() -> None:
    """Where no two lines are close, the wide pitch is the usual one."""
    lines = ("Alpha beta gamma", "delta epsilon", "zeta eta")
    text = pdf_text(make_pdf(column(*lines, pitch=30)), name="letter.pdf").text
    assert text == "\n".join(lines) + "\n\n"


def test_the_circles_and_discs_that_a_browser_draws_are_bullets() -> None:
    letter = Path(__file__).parents[3] / "examples" / "wenmouth-2023-03-28.pdf"
    improvements = [
        (finding.text, finding.parts)
        for finding in read_letter_file(letter).inspection.findings
        if finding.category is Category.IMPROVEMENT
    ]
    assert improvements == [
        ("the record of why a contact was closed (enabler 2, national framework)", ()),
        (
            "the way in which partners are told of decisions, in particular:",
            ("schools", "general practitioners"),
        ),
        (
            "the time that families wait for a first visit, which should be less than 25 days. "
            "Some wait twice that.",
            (),
        ),
    ]

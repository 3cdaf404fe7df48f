"""Where a file gives other words than the page shows, the page counts."""

from __future__ import annotations

import pytest
from pdf_samples import Run, make_pdf, show

from inspection_model.reading.files.pdf import PdfText, pdf_text
from inspection_model.vocabulary import RemarkCode


def read(mark: str, run: Run) -> PdfText:
    """Give the text of a page with a marked run between two lines."""
    marked = f"{mark} BDC ".encode() + show(run) + b" EMC"
    return pdf_text(make_pdf([Run(72, 700, "Above"), marked, Run(72, 670, "Below")]), name="letter.pdf")


@pytest.mark.parametrize(
    ("mark", "quoted"),
    [
        ("/Span << /ActualText (Doors are shut.) >>", "Doors are shut."),
        ("/P << /MCID 4 /ActualText (Doors are shut.) >>", "Doors are shut."),
        ("/P << /MCID 4 >> BDC /Span << /ActualText (Doors are not open.) >>", "Doors are not open."),
        ("/Span << /ActualText ( ) >>", "(none)"),
        ("/Span << /ActualText (9) >>", "9"),
    ],
)
def test_words_that_the_page_does_not_show_are_left_out_with_a_remark(mark: str, quoted: str) -> None:
    text, [remark] = read(mark, Run(72, 685, "Doors are open."))
    assert text == "Above\nDoors are open.\nBelow\n\n"
    assert remark.code is RemarkCode.HIDDEN_TEXT
    assert remark.message == (
        f'page 1 shows other words than the file gives for them; these were left out: "{quoted}"'
    )


@pytest.mark.parametrize(
    ("mark", "shown", "text"),
    [
        # The same letters: a ligature, spaces, a hyphen.
        ("/Span << /ActualText <FEFFFB01006E0064> >>", "find", "find"),
        ("/Span << /ActualText () >>", "Doors are open.", "Doors are open."),
        ("/Span << /ActualText (Doors  are open) >>", "Doors are open.", "Doors  are open"),
        ("/Span << /ActualText (re-open) >>", "reopen", "re-open"),
    ],
)
def test_words_with_the_letters_of_the_page_are_read_as_given(mark: str, shown: str, text: str) -> None:
    read_text, remarks = read(mark, Run(72, 685, shown))
    assert read_text.split("\n")[1].split() == text.split()
    assert remarks == ()


def test_where_a_font_does_not_tell_its_signs_the_given_words_are_read() -> None:
    text, remarks = read("/Span << /ActualText (off) >>", Run(72, 685, "oB", font="F2"))
    assert text == "Above\noff\nBelow\n\n"
    assert remarks == ()

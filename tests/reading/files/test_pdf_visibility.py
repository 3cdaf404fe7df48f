"""What a person cannot see on a page is left out with a remark; what can be seen stays without one."""

from __future__ import annotations

import pytest
from pdf_samples import Content, Run, make_pdf, show

from inspection_model.errors import LetterFormatError
from inspection_model.reading.files import pdf_objects
from inspection_model.reading.files.pdf import pdf_text
from inspection_model.vocabulary import RemarkCode

ABOVE, BELOW = Run(72, 700, "Doors are open."), Run(72, 670, "Lights are on.")
HIDDEN = Run(72, 685, "Nobody sees this.")
ORIGIN = HIDDEN._replace(x=0, y=0)
LAYER = "/Type /OCG /Name (x)"
STAR = b"0 0 m 1 2 l 3 1 l 4 4 l 5 1 l 6 4 l 7 2 l 9 9 l 8 1 l 2 0 l h W n"
BAR = b" 60 682 300 14 re f "


def within(before: bytes, run: Run = HIDDEN, after: bytes = b"") -> bytes:
    """Give a run between changes of how it is drawn."""
    return b"q " + before + b" " + show(run) + b" " + after + b" Q"


def read(*drawn: Content, **options: str | bytes) -> tuple[list[str], list[str]]:
    """Give the lines and the remarks of a page with something between two lines."""
    text, remarks = pdf_text(make_pdf([ABOVE, *drawn, BELOW], **options), name="letter.pdf")  # type: ignore[arg-type]
    assert {remark.code for remark in remarks} <= {RemarkCode.HIDDEN_TEXT}
    return [line.strip() for line in text.split("\n") if line.strip()], [remark.message for remark in remarks]


@pytest.mark.parametrize(
    ("drawn", "options"),
    [
        pytest.param(within(b"1 1 1 rg"), {}, id="white"),
        pytest.param(within(b"0.98 0.97 0.98 rg"), {}, id="nearly white"),
        pytest.param(within(b"3 Tr"), {}, id="not drawn"),
        pytest.param(within(b"7 Tr"), {}, id="only a clip"),
        pytest.param(within(b"1 Tr 1 1 1 RG"), {}, id="white outlines"),
        pytest.param(show(HIDDEN._replace(x=900)), {}, id="right of the page"),
        pytest.param(show(HIDDEN._replace(y=-200)), {}, id="below the page"),
        pytest.param(show(HIDDEN._replace(y=40)), {"page_entries": "/CropBox [0 90 595 842]"}, id="cropped"),
        pytest.param(within(b"0 0 2 2 re W n"), {}, id="clipped"),
        pytest.param(within(b"0 0 m 0 700 l 40 700 l h W n"), {}, id="clipped by a triangle"),
        pytest.param(within(STAR), {}, id="by a star"),
        pytest.param(show(HIDDEN._replace(size=0.02)), {}, id="no size"),
        pytest.param(show(HIDDEN._replace(size=1.5)), {}, id="too small to read"),
        pytest.param(within(b"0.001 0 0 0.001 72 685 cm", ORIGIN), {}, id="scaled to nothing"),
        pytest.param(within(b"", HIDDEN, b"1 1 1 rg" + BAR), {}, id="covered in white"),
        pytest.param(within(b"", HIDDEN, b"0 0 0 rg" + BAR), {}, id="covered in black"),
        pytest.param(within(b"0 0 0 rg" + BAR), {}, id="black on black"),
        pytest.param(within(b"/G gs"), {"resources": "/ExtGState << /G << /ca 0 >> >>"}, id="transparent"),
        pytest.param(
            b"/OC /L BDC " + show(HIDDEN) + b" EMC",
            {"resources": f"/Properties << /L << {LAYER} /Usage << /View << /ViewState /OFF >> >> >> >>"},
            id="a layer that is off",
        ),
        pytest.param(b"/Fm Do", {"form": within(b"1 1 1 rg", HIDDEN._replace(y=705))}, id="white in a form"),
        pytest.param(b"/Fm Do", {"form": within(b"", HIDDEN._replace(y=-300))}, id="off the page in a form"),
        pytest.param(
            b"/Fm Do 1 1 1 rg" + BAR + b"0 g", {"form": show(HIDDEN._replace(y=705))}, id="a covered form"
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_left_out_with_a_remark(drawn: bytes, options: dict[str, str | bytes]) -> None:
    assert read(drawn, **options) == (
        ["Doors are open.", "Lights are on."],
        ['page 1 has text that cannot be seen; it was left out: "Nobody sees this."'],
    )


@pytest.mark.parametrize(
    ("drawn", "options"),
    [
        pytest.param(within(b"0.7 0.7 0.7 rg"), {}, id="grey"),
        pytest.param(within(b"1 0 0 rg"), {}, id="red"),
        pytest.param(within(b"1 Tr"), {}, id="outlines"),
        pytest.param(within(b"0 0 0 rg" + BAR + b"1 1 1 rg"), {}, id="white on black"),
        pytest.param(within(b"0.9 0.9 0.6 rg" + BAR + b"0 0 0 rg"), {}, id="black on yellow"),
        pytest.param(within(b"0 0 595 842 re W n"), {}, id="in a clip"),
        pytest.param(within(b"60 680 400 20 re W n"), {}, id="in a narrow clip"),
        pytest.param(within(b"0 0 m 0 1700 l 1700 0 l h W n"), {}, id="in a triangle"),
        pytest.param(within(b"0 0 m 0 1700 l 1700 0 l h W n " * 13), {}, id="in many triangles"),
        pytest.param(within(b"9 0 0 9 72 685 cm", ORIGIN._replace(size=1)), {}, id="scaled to be read"),
        pytest.param(show(HIDDEN) + b" 0 0 0 rg 72 683 90 0.8 re f", {}, id="underlined"),
        pytest.param(show(HIDDEN) + b" 60 682 300 14 re S", {}, id="in a frame"),
        pytest.param(b"/Fm Do", {"form": within(b"", HIDDEN._replace(y=705))}, id="in a form"),
        pytest.param(
            b"/OC /L BDC " + show(HIDDEN) + b" EMC",
            {"resources": f"/Properties << /L << {LAYER} >> >>"},
            id="a layer that is on",
        ),
        pytest.param(b"/P << /MCID 0 >> BDC " + show(HIDDEN) + b" EMC", {}, id="a part of the structure"),
        pytest.param(b"/Artifact BMC " + show(HIDDEN) + b" EMC", {}, id="an artifact"),
    ],
)  # fmt: skip
def test_what_can_be_seen_stays_without_a_remark(drawn: bytes, options: dict[str, str | bytes]) -> None:
    assert read(drawn, **options) == (["Doors are open.", "Nobody sees this.", "Lights are on."], [])


def test_of_a_run_that_is_cut_the_words_that_can_be_seen_stay() -> None:
    """Which half of a word is enough to read it."""
    lines, remarks = read(Run(462, 685, "on the page, then off the page"))
    assert lines == ["Doors are open.", "on the page, then off the", "Lights are on."]
    assert remarks == ['page 1 has text that cannot be seen; it was left out: "page"']


def test_a_hidden_word_within_a_line_is_left_out() -> None:
    line = b"BT /F1 12 Tf 72 685 Td (Keys are ) Tj 1 1 1 rg (not ) Tj 0 0 0 rg (kept.) Tj ET"
    lines, remarks = read(line)
    assert lines[1].split() == ["Keys", "are", "kept."]
    assert remarks == ['page 1 has text that cannot be seen; it was left out: "not"']


def test_a_long_hidden_text_is_quoted_in_part() -> None:
    _, [remark] = read(within(b"1 1 1 rg", HIDDEN._replace(text="unseen " * 30, size=3)))
    assert remark.endswith(f'left out: "{"unseen " * 11}un…"')


def test_white_spaces_hide_nothing() -> None:
    assert read(within(b"1 1 1 rg", HIDDEN._replace(text="   "))) == (
        ["Doors are open.", "Lights are on."],
        [],
    )


def test_a_letter_of_which_nothing_can_be_seen_has_no_text() -> None:
    with pytest.raises(LetterFormatError, match="no text"):
        pdf_text(make_pdf([within(b"3 Tr")]), name="letter.pdf")


_PICTURE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xb0 EI Q"


def test_the_layer_of_a_scanned_page_is_read_with_a_remark() -> None:
    """Programs that recognise characters write them, not drawn, behind or over the picture of a page."""
    layer = [within(b"3 Tr"), within(b"3 Tr", Run(72, 655, "So it is."))]
    covered = [show(HIDDEN), show(Run(72, 655, "So it is.")), _PICTURE]
    for page in ([_PICTURE, *layer], covered):
        text, [remark] = pdf_text(make_pdf(page), name="letter.pdf")
        assert text.split("\n")[:2] == ["Nobody sees this.", "So it is."]
        assert remark.code is RemarkCode.HIDDEN_TEXT
        assert remark.message == (
            "page 1 is a picture; its text was read from a layer that cannot be seen: "
            '"Nobody sees this. So it is."'
        )


def test_a_small_picture_is_no_scanned_page() -> None:
    small = _PICTURE.replace(b"595 0 0 842 0 0", b"300 0 0 20 60 680")
    lines, remarks = read(show(HIDDEN), small)
    assert lines == ["Doors are open.", "Lights are on."]
    assert remarks == ['page 1 has text that cannot be seen; it was left out: "Nobody sees this."']


def test_too_many_shapes_make_every_text_a_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs of a text and a shape are not compared without end; the page decides all the same."""
    monkeypatch.setattr(pdf_objects, "_PAIRS", 2)
    assert read(within(b"", HIDDEN, b"1 1 1 rg" + BAR))[0] == ["Doors are open.", "Lights are on."]


@pytest.mark.parametrize("media_box", ["0 0 1e30 1e30", "0 0 500 14000", "-1e9 -1e9 1e9 1e9"])
def test_a_page_of_any_size_is_drawn_in_a_picture_of_bounded_size(media_box: str) -> None:
    runs: list[Content] = [ABOVE, within(b"1 1 1 rg"), BELOW]
    text, remarks = pdf_text(make_pdf(runs, media_box=media_box), name="letter.pdf")
    assert "Nobody" not in text
    assert len(remarks) == 1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_suspects_are_compared_at_their_place_on_a_page_that_is_shown_turned(turn: int) -> None:
    """Only the part of the page around the suspects is drawn: a wrong offset would hide the grey line."""
    grey = within(b"0.7 0.7 0.7 rg", HIDDEN._replace(text="Somebody sees this.", y=655))
    lines, remarks = read(within(b"1 1 1 rg"), grey, page_entries=f"/Rotate {turn}")
    assert lines == ["Doors are open.", "Lights are on.", "Somebody sees this."]
    assert remarks == ['page 1 has text that cannot be seen; it was left out: "Nobody sees this."']


def test_a_suspect_above_the_page_is_not_compared_with_the_first_row_of_its_picture() -> None:
    grey = within(b"0.7 0.7 0.7 rg", HIDDEN._replace(text="Somebody sees this.", y=832))
    lines, remarks = read(show(HIDDEN._replace(x=-300, y=900)), grey)
    assert lines == ["Somebody sees this.", "Doors are open.", "Lights are on."]
    assert remarks == ['page 1 has text that cannot be seen; it was left out: "Nobody sees this."']

"""Blocks: what a page break, a wrapped line or a number does to headings, paragraphs and items."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.reading.blocks import split_blocks
from inspection_model.reading.furniture import furniture_lines
from inspection_model.reading.headings import headings_of
from inspection_model.reading.lines import Line, split_lines

_WIDE = "x " * 38 + "end"


def _blocks(source: str) -> list[str]:
    """Give the blocks of a text, each with what it is in front."""
    lines = split_lines(source)
    found: list[str] = []
    for block in split_blocks(lines, furniture_lines(lines), headings_of(focused_framework())):
        kind = "H" if block.heading else str(block.number) if block.number else block.bullet or "P"
        found.append(f"{kind}|{block.text}")
    return found


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("", []),
        ("\nthen", ["P|then"]),
        ("One\ntwo.\n\nThree.", ["P|One two.", "P|Three."]),
        ("One\x00 two\n- th\u00adree", ["P|One two", "-|three"]),
        ("- one\n- two\nthree", ["-|one", "-|two three"]),
        ("\u2022one\n\uf06e two\n\u0192 three", ["\u2022|one", "\uf06e|two", "\u0192|three"]),
        ("-one", ["P|-one"]),
        ("\u2022\none", ["\u2022|one"]),
        ("\u2022\n\u2022", ["\u2022|", "\u2022|"]),
        ("1. one\n2) two\n(3) three", ["1|one", "2|two", "3|three"]),
        ("0. none", ["P|0. none"]),
        # A wrapped line that starts with a number goes on with its sentence.
        ("- the age of\n25. It went on", ["-|the age of 25. It went on"]),
        ("It is\n2. the second", ["P|It is 2. the second"]),
        ("It is\n1. the first", ["P|It is", "1|the first"]),
        ("1. the first\n2. the second", ["1|the first", "2|the second"]),
        ("It is over.\n2. the second", ["P|It is over.", "2|the second"]),
        ("It is\n\n2. the second", ["P|It is", "2|the second"]),
        ("Findings\n2. the second", ["H|Findings", "2|the second"]),
        ("\u2022\n2. the second", ["\u2022|", "2|the second"]),
        # A blank line in mid-sentence.
        ("This goes\n\non here.", ["P|This goes on here."]),
        ("This goes\n\nOn here.", ["P|This goes", "P|On here."]),
        ("This goes,\n\nOn here.", ["P|This goes,", "P|On here."]),
        ("This goes\n\n\u201c(on here\u201d).", ["P|This goes \u201c(on here\u201d)."]),
        ("This is the\n\npH of water.", ["P|This is the pH of water."]),
        ("It is over.\n\nand on.", ["P|It is over.", "P|and on."]),
        ("- an item\n\nan own line", ["-|an item an own line"]),
    ],
)
def test_lines_make_blocks(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        # A paragraph that the page's end interrupts goes on.
        ("This goes\n\n2\n\fon here.", ["P|This goes on here."]),
        ("This goes\npage 3\non here.", ["P|This goes on here."]),
        ("This goes\n\n2\n\nOn here.", ["P|This goes On here."]),
        (f"It is over.\n\fand on.\n{_WIDE}", ["P|It is over.", f"P|and on. {_WIDE}"]),
        ("This goes\n\n2\n\fOn here.", ["P|This goes On here."]),
        (f"It is over.\n2\n\fA new one.\n{_WIDE}", ["P|It is over.", f"P|A new one. {_WIDE}"]),
        ("A form feed\fgoes on. \fAnd on.", ["P|A form feed goes on. And on."]),
        (f"{_WIDE}\fgoes on.\fAnd on.", [f"P|{_WIDE} goes on. And on."]),
        ("A form feed\n\fgoes on.", ["P|A form feed goes on."]),
        # A full line could not have held the next word, so its paragraph goes on.
        (f"{_WIDE}.\n2\n\fMore.\nshort", [f"P|{_WIDE}. More. short"]),
        (f"{_WIDE}.\n\nshort.\n\fMore.", [f"P|{_WIDE}.", "P|short.", "P|More."]),
        (f"{_WIDE}.\n\n\n\fMore.", [f"P|{_WIDE}.", "P|More."]),
        (f"{_WIDE}.\n\n\fMore.", [f"P|{_WIDE}.", "P|More."]),
        # An item without a stop may be whole; a deeper line belongs to it.
        (f"- one\n2\n\fMore.\n{_WIDE}", ["-|one", f"P|More. {_WIDE}"]),
        ("- one.\n2\n\f  More.", ["-|one. More."]),
        (f"- one.\n2\n\f  More.\n{_WIDE}", [f"-|one. More. {_WIDE}"]),
        (f"- one.\n2\n\fMore.\n{_WIDE}", ["-|one.", f"P|More. {_WIDE}"]),
        (f"One.\n2\n\f  More.\n{_WIDE}", ["P|One.", f"P|More. {_WIDE}"]),
        (f"- in the BOX\n2\n\fMore.\n{_WIDE}", ["-|in the BOX", f"P|More. {_WIDE}"]),
        ("- one,\n\n2\n\n- two", ["-|one,", "-|two"]),
        (f"- one,\n\n2\n\n\fOn here.\n{_WIDE}", [f"-|one, On here. {_WIDE}"]),
        ("- one\n\n\n2\n\f two", ["-|one two"]),
        (f"- {_WIDE}\n\n2\n\n\fMore.\n{_WIDE}", [f"-|{_WIDE} More. {_WIDE}"]),
    ],
)
def test_a_page_break_is_folded_away(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        # After a full stop, when the next word had no room: 20 is the width that a tenth reach.
        ("z" * 15 + ".", True),
        ("z" * 14 + ".", False),
        # Without one, when a paragraph's line is not plainly short.
        ("z" * 12, True),
        ("z" * 11, False),
        # An item without one may be whole, however long it is.
        ("- " + "z" * 13, False),
        ("- " + "z" * 14, True),
    ],
)
def test_how_full_its_last_line_is_says_whether_a_block_goes_on_over_a_page(line: str, goes_on: bool) -> None:
    before = f"{'y' * 20}\n" * 3 + "y\n" * 14
    assert len(_blocks(f"{before}y.\n\n{line}\n\fMore and more.\n")) == (2 if goes_on else 3)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Findings\n\nA thing.", ["H|Findings", "P|A thing."]),
        ("Findings\nA thing.", ["H|Findings", "P|A thing."]),
        ("Findings\na thing.", ["H|Findings", "P|a thing."]),
        ("It is over.\nFindings\nA thing.", ["P|It is over.", "H|Findings", "P|A thing."]),
        ("It is over.\n\fFindings:\nA thing.", ["P|It is over.", "H|Findings:", "P|A thing."]),
        ("This goes\n2\n\fFindings\nA thing.", ["P|This goes", "H|Findings", "P|A thing."]),
        ("It is over. \fFindings\nA thing.", ["P|It is over.", "H|Findings", "P|A thing."]),
        ("What needs to improve\nA thing.", ["H|What needs to improve", "P|A thing."]),
        (
            "What needs to improve in this area of\nsocial work practice?1\n- a",
            ["H|What needs to improve in this area of social work practice?1", "-|a"],
        ),
        # Words of a heading where a line was wrapped.
        ("These are the\nFindings\nof the day.", ["P|These are the Findings of the day."]),
        ("These are the\nFindings", ["P|These are the Findings"]),
        ("These are the\nFindings\nOf the day.", ["P|These are the Findings Of the day."]),
        (
            "- an item without a stop\nFindings\nA thing.",
            ["-|an item without a stop", "H|Findings", "P|A thing."],
        ),
        ("- an item on the\nFindings\nof the day", ["-|an item on the Findings of the day"]),
        ("- an item on the\nFindings", ["-|an item on the", "H|Findings"]),
        ("- an item on the\nFindings\nOf the day", ["-|an item on the", "H|Findings", "P|Of the day"]),
        ("Overview\nFindings\nA thing.", ["H|Overview", "H|Findings", "P|A thing."]),
        ("These are the\n\nFindings\n\nof the day.", ["P|These are the", "H|Findings", "P|of the day."]),
    ],
)
def test_a_heading_is_told_from_the_words_of_a_sentence(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


def test_a_block_knows_its_mark_and_its_indent() -> None:
    source = "One\nTwo\n\n  12)  one\n two\n Three\n\n  -"
    paragraph, item, empty = split_blocks(split_lines(source), set(), headings_of(focused_framework()))
    assert (paragraph.bullet, paragraph.number, paragraph.mark, paragraph.gap) == ("", None, (0, 0), 0)
    assert not paragraph.is_item
    assert [source[a:b] for a, b in paragraph.stretch.spans(0, 7)] == ["One\nTwo"]
    assert (item.bullet, item.number, source[slice(*item.mark)], item.gap, item.indent) == (
        "",
        12,
        "12)",
        2,
        2,
    )
    assert item.is_item
    assert item.lines[0] == Line(start=16, text="one", indent=2, gap=2, page=False)
    assert [source[a:b] for a, b in item.stretch.spans(0, 13)] == ["one\n two\n Three"]
    assert (empty.bullet, empty.number, empty.lines, empty.text) == ("-", None, [], "")


@pytest.mark.parametrize(
    ("below", "blocks"),
    [
        # Indented as the item's text is, it goes on, though blank lines stand before the page's number.
        ("  More words.", ["\u2022|One is seen. More words."]),
        ("   More words.", ["\u2022|One is seen. More words."]),
        ("More words.", ["\u2022|One is seen.", "P|More words."]),
        ("      More words.", ["\u2022|One is seen.", "P|More words."]),
    ],
)
def test_an_item_goes_on_over_a_page_where_its_lines_hang(below: str, blocks: list[str]) -> None:
    page = f"\n\n{' ' * 40}2\n\f{below}"
    assert _blocks(f"\u2022 One is seen.{page}") == blocks
    two = f"\u2022 One is\n  seen.{page}"
    assert _blocks(two) == blocks

"""Splitting lines into blocks: headings, paragraphs and items across wrapped lines and page breaks."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.reading.layout.blocks import split_block
from inspection_model.reading.layout.layout import lay_out
from inspection_model.reading.layout.lines import Line

_WIDE = "x " * 38 + "end"


def _blocks(source: str) -> list[str]:
    """Return the blocks of a text, each after a sign of its kind."""
    found: list[str] = []
    for block in lay_out(source, [focused_framework()]).blocks:
        kind = "H" if block.is_heading else str(block.number) if block.number else block.bullet or "P"
        found.append(f"{kind}|{block.words}")
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
        # A wrapped line that starts with a number continues its sentence.
        ("- the age of\n25. It went on", ["-|the age of 25. It went on"]),
        ("It is\n2. the second", ["P|It is 2. the second"]),
        ("It is\n1. the first", ["P|It is", "1|the first"]),
        ("1. the first\n2. the second", ["1|the first", "2|the second"]),
        ("5. Five.\n1. one is\n2. two", ["5|Five.", "1|one is", "2|two"]),
        ("It is over.\n2. the second", ["P|It is over.", "2|the second"]),
        ("It is\n\n2. the second", ["P|It is", "2|the second"]),
        ("Findings\n2. the second", ["H|Findings", "2|the second"]),
        ("\u2022\n2. the second", ["\u2022|", "2|the second"]),
        # A blank line in mid-sentence.
        ("This goes\n\non here.", ["P|This goes on here."]),
        ("This goes\n\nOn here.", ["P|This goes", "P|On here."]),
        ("This goes,\n\nOn here.", ["P|This goes,", "P|On here."]),
        ("This goes\n\n\u201c(on here\u201d).", ["P|This goes \u201c(on here\u201d)."]),
        *((f"This goes\n\n{sign}on here.", [f"P|This goes {sign}on here."]) for sign in "\"'\u2018[("),
        ("This is the\n\npH of water.", ["P|This is the pH of water."]),
        ("It is over.\n\nand on.", ["P|It is over.", "P|and on."]),
        ("- an item\n\nan own line", ["-|an item an own line"]),
    ],
)
def test_lines_are_split_into_blocks(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        # A paragraph that a page break interrupts continues.
        ("This goes\n\n2\n\fon here.", ["P|This goes on here."]),
        ("This goes\npage 3\non here.", ["P|This goes on here."]),
        ("This goes\n\n2\n\nOn here.", ["P|This goes On here."]),
        (f"It is over.\n\fand on.\n{_WIDE}", ["P|It is over.", f"P|and on. {_WIDE}"]),
        ("This goes\n\n2\n\fOn here.", ["P|This goes On here."]),
        (f"It is over.\n2\n\fA new one.\n{_WIDE}", ["P|It is over.", f"P|A new one. {_WIDE}"]),
        ("A form feed\fcontinues. \fAnd on.", ["P|A form feed continues. And on."]),
        (f"{_WIDE}\fcontinues.\fAnd on.", [f"P|{_WIDE} continues. And on."]),
        ("A form feed\n\fcontinues.", ["P|A form feed continues."]),
        # The next word did not fit on a full line, so its paragraph continues.
        (f"{_WIDE}.\n2\n\fMore.\nshort", [f"P|{_WIDE}. More. short"]),
        (f"{_WIDE}.\n\nshort.\n\fMore.", [f"P|{_WIDE}.", "P|short.", "P|More."]),
        (f"{_WIDE}.\n\n\n\fMore.", [f"P|{_WIDE}.", "P|More."]),
        (f"{_WIDE}.\n\n\fMore.", [f"P|{_WIDE}.", "P|More."]),
        # An item without a full stop may be complete; a line with a deeper indent belongs to it.
        (f"- one\n2\n\fMore.\n{_WIDE}", ["-|one", f"P|More. {_WIDE}"]),
        ("- one.\n2\n\f  More.", ["-|one. More."]),
        (f"- one.\n2\n\f  More.\n{_WIDE}", [f"-|one. More. {_WIDE}"]),
        (f"- one.\n2\n\fMore.\n{_WIDE}", ["-|one.", f"P|More. {_WIDE}"]),
        (f"One.\n2\n\f  More.\n{_WIDE}", ["P|One.", f"P|More. {_WIDE}"]),
        (f"- in the BOX\n2\n\fMore.\n{_WIDE}", ["-|in the BOX", f"P|More. {_WIDE}"]),
        ("- one,\n\n2\n\n- two", ["-|one,", "-|two"]),
        (f"- one,\n\n2\n\n\fOn here.\n{_WIDE}", [f"-|one, On here. {_WIDE}"]),
        (f"- a decision-\n2\n\fMaking it.\n{_WIDE}", [f"-|a decision-Making it. {_WIDE}"]),
        (f"- one thing\n2\n\f(and more).\n{_WIDE}", [f"-|one thing (and more). {_WIDE}"]),
        ("- one\n\n\n2\n\f two", ["-|one two"]),
        (f"- {_WIDE}\n\n2\n\n\fMore.\n{_WIDE}", [f"-|{_WIDE} More. {_WIDE}"]),
    ],
)
def test_a_block_may_continue_after_a_page_break(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("line", "continues"),
    [
        # After a full stop, if the next word did not fit: the usual width is 20, the ninth decile.
        ("z" * 15 + ".", True),
        ("z" * 14 + ".", False),
        # Without a full stop, unless the line of a paragraph is plainly short.
        ("z" * 12, True),
        ("z" * 11, False),
        # An item without a full stop may be complete unless its line is full.
        ("- " + "z" * 13, False),
        ("- " + "z" * 14, True),
    ],
)
def test_whether_a_block_continues_on_the_next_page_depends_on_its_last_line(
    line: str, continues: bool
) -> None:
    before = f"{'y' * 20}\n" * 3 + "y\n" * 14
    assert len(_blocks(f"{before}y.\n\n{line}\n\fMore and more.\n")) == (2 if continues else 3)


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
        # The words of a heading on a wrapped line of a sentence.
        ("These are the\nFindings\nof the day.", ["P|These are the Findings of the day."]),
        ("These are the\nFindings", ["P|These are the Findings"]),
        ("These are the\nFindings\nOf the day.", ["P|These are the Findings Of the day."]),
        (
            "- an item without a stop\nFindings\nA thing.",
            ["-|an item without a stop", "H|Findings", "P|A thing."],
        ),
        ("- an item on the\nFindings\nof the day", ["-|an item on the Findings of the day"]),
        ("- an item on the\nFindings", ["-|an item on the", "H|Findings"]),
        ("- an item on the\nFindings\n\nof the day", ["-|an item on the", "H|Findings", "P|of the day"]),
        ("- an item on the\nFindings\nOf the day", ["-|an item on the", "H|Findings", "P|Of the day"]),
        ("Overview\nFindings\nA thing.", ["H|Overview", "H|Findings", "P|A thing."]),
        ("These are the\n\nFindings\n\nof the day.", ["P|These are the", "H|Findings", "P|of the day."]),
    ],
)
def test_a_heading_is_distinguished_from_the_same_words_in_a_sentence(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        # A number or a bullet before a heading, in no list.
        ("It is over.\n\n3. Findings\n\nA thing.", ["P|It is over.", "H|3. Findings", "P|A thing."]),
        ("- one\n- two\n\n3. Findings\n\nA thing.", ["-|one", "-|two", "H|3. Findings", "P|A thing."]),
        ("1. Findings\n\nA thing.", ["H|1. Findings", "P|A thing."]),
        ("It is.\n\n2. Findings\n1. one\n2. two", ["P|It is.", "H|2. Findings", "1|one", "2|two"]),
        ("It is.\n\n\u2022 Findings\n\nA thing.", ["P|It is.", "H|\u2022 Findings", "P|A thing."]),
        ("- one\n\n\u2022 Findings\n\nA thing.", ["-|one", "H|\u2022 Findings", "P|A thing."]),
        # In a list it is an item, unless a gap sets it apart from a list without gaps.
        ("Overview\n\n1. Findings\n\nA thing.", ["H|Overview", "1|Findings", "P|A thing."]),
        ("These are:\n\n1. Findings\n\nA thing.", ["P|These are:", "1|Findings", "P|A thing."]),
        ("1. one\n2. Findings\n3. three", ["1|one", "2|Findings", "3|three"]),
        ("It is.\n\n1. Findings\n2. two", ["P|It is.", "1|Findings", "2|two"]),
        ("1. one\n2. two\n\n3. Findings\n\nA thing.", ["1|one", "2|two", "H|3. Findings", "P|A thing."]),
        ("1. one\n\n2. two\n\n3. Findings\n\nA thing.", ["1|one", "2|two", "3|Findings", "P|A thing."]),
        (
            "1. one\n\n2. two\n  o part\n\n3. Findings\n\nA thing.",
            [
                "1|one",
                "2|two",
                "o|part",
                "3|Findings",
                "P|A thing.",
            ],
        ),
        (
            "1. one\n2. two\n\n3. Findings\n\nYours sincerely",
            [
                "1|one",
                "2|two",
                "3|Findings",
                "P|Yours sincerely",
            ],
        ),
        ("- one\n- Findings\n- two", ["-|one", "-|Findings", "-|two"]),
        ("- one\n- two\n\n- Findings\n\nA thing.", ["-|one", "-|two", "H|- Findings", "P|A thing."]),
        ("It is.\n\n- Findings", ["P|It is.", "-|Findings"]),
        ("\u2022\n- Findings\n\nA thing.", ["\u2022|", "H|- Findings", "P|A thing."]),
        # Other marks leave no doubt.
        ("- one\n\n**Findings**\n\nA thing.", ["-|one", "H|**Findings**", "P|A thing."]),
        ("- one\n\nFindings (continued)\n\nA thing.", ["-|one", "H|Findings (continued)", "P|A thing."]),
        ("- one\n\nC. Findings\n\nA thing.", ["-|one", "H|C. Findings", "P|A thing."]),
        ("- one\n\nFindings: A thing.", ["-|one", "H|Findings:", "P|A thing."]),
    ],
)
def test_a_marked_heading_is_distinguished_from_an_item(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("\u2794 one\n\u2794 two", ["\u2794|one", "\u2794|two"]),
        ("\u2714\ufe0f one\n\u2714\ufe0f two", ["\u2714|one", "\u2714|two"]),
        ("-> one\n-> two", ["-|one", "-|two"]),
        ("~ one\n~ two\nmore", ["~|one", "~|two more"]),
        ("\u00d8 one\n\u00d8 two", ["\u00d8|one", "\u00d8|two"]),
        ("~ one\nmore", ["P|~ one more"]),
        ("9. one\n\n10.Two", ["9|one", "10|Two"]),
        ("a) one\nb) two\nmore", [")|one", ")|two more"]),
        ("(i) one\n(ii) two", [")|one", ")|two"]),
        ("A. one\nB. two\nC. three", [".|one", ".|two", ".|three"]),
        ("It is\nb) two", ["P|It is b) two"]),
        ("[ ] one\n[x] two", ["[|one", "[|two"]),
    ],
)
def test_lines_that_open_alike_are_items(source: str, blocks: list[str]) -> None:
    assert _blocks(source) == blocks


def test_a_block_has_its_mark_its_indent_and_its_lines() -> None:
    source = "One\nTwo\n\n  12)  one\n two\n Three\n\n  -"
    paragraph, item, empty = lay_out(source, [focused_framework()]).blocks
    assert (paragraph.bullet, paragraph.number, paragraph.mark, paragraph.breaks_before) == (
        "",
        None,
        (0, 0),
        0,
    )
    assert not paragraph.is_item
    assert [source[a:b] for a, b in paragraph.excerpt.sources()] == ["One\nTwo"]
    assert (item.bullet, item.number, source[slice(*item.mark)], item.breaks_before, item.indent) == (
        "",
        12,
        "12)",
        2,
        2,
    )
    assert item.is_item
    assert item.lines[0] == Line(start=16, text="one", indent=2, breaks_before=2, starts_page=False)
    assert [source[a:b] for a, b in item.excerpt.sources()] == ["one\n two\n Three"]
    assert (empty.bullet, empty.number, empty.lines, empty.words) == ("-", None, (), "")


@pytest.mark.parametrize(
    ("below", "blocks"),
    [
        # A line with the indent of the item's text continues it, even after blank lines and a page number.
        ("  More words.", ["\u2022|One is seen. More words."]),
        ("   More words.", ["\u2022|One is seen. More words."]),
        ("More words.", ["\u2022|One is seen.", "P|More words."]),
        ("      More words.", ["\u2022|One is seen.", "P|More words."]),
    ],
)
def test_an_item_continues_on_the_next_page_at_its_hanging_indent(below: str, blocks: list[str]) -> None:
    page = f"\n\n{' ' * 40}2\n\f{below}"
    assert _blocks(f"\u2022 One is seen.{page}") == blocks
    two = f"\u2022 One is\n  seen.{page}"
    assert _blocks(two) == blocks
    three = f"\u2022 One\n  is\nseen.{page}"
    assert _blocks(three) == blocks


def test_a_blank_line_after_a_page_number_ends_an_item_unless_the_indent_is_the_same() -> None:
    assert _blocks(f"\u2022 One is seen.\n\n{' ' * 40}2\n\f    More words.") == [
        "\u2022|One is seen.",
        "P|More words.",
    ]


def test_the_width_of_a_page_is_that_of_the_lines_below_the_salutation() -> None:
    head, below = "x" * 200, f"{_WIDE}.\n2\n\fMore.\nshort"
    assert _blocks(f"{head}\n\nDear Ida\n\n{below}") == ["P|Dear Ida", f"P|{_WIDE}. More. short"]


def test_the_first_line_of_a_page_is_below_a_gap() -> None:
    _, block, _ = lay_out(
        "It is over.\n\fThe front door\n\nCalls are answered.", [focused_framework()]
    ).blocks
    assert (block.words, block.breaks_before) == ("The front door", 2)


def test_a_block_is_split_before_one_of_its_lines() -> None:
    (block,) = lay_out("  - One thing\n    was seen.\n    Two\n    more.", [focused_framework()]).blocks
    first, second = split_block(block, 2)
    assert (first.words, first.mark, first.bullet, first.is_item) == (
        "One thing was seen.",
        block.mark,
        "-",
        True,
    )
    assert [line.text for line in first.lines] == ["One thing", "was seen."]
    assert (second.words, second.bullet, second.is_item, second.indent) == ("Two more.", "", False, 4)
    assert (second.first, second.breaks_before) == (2, 2)
    start = second.lines[0].start
    assert second.mark == (start, start)
    assert second.excerpt.sources() == [(start, second.lines[-1].end)]

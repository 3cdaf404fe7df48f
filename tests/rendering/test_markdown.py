"""Rendering as Markdown."""

from __future__ import annotations

import html
import importlib.util
import itertools
import re

import attrs
import cmarkgfm  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rendering_records import (
    FULL,
    LINE_STARTERS,
    as_text,
    filled,
    hostile_fillings,
    marked,
    texts_of,
    unmark,
)

from inspection_model.model import Finding, Inspection
from inspection_model.model.characters import show_invisible
from inspection_model.rendering import render_markdown
from inspection_model.vocabulary import Category

# Linking bare addresses requires linkify-it-py. The escaping of addresses is also tested without it, below.
_LINKIFY = importlib.util.find_spec("linkify_it") is not None
PARSERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm-like": MarkdownIt("gfm-like", {"linkify": _LINKIFY}),
}

Shape = list[tuple[str, str, str]]


def shape(dialect: str, markdown: str) -> Shape:
    """Return the elements of a document in order, each with its level and its text."""
    return [part for token in PARSERS[dialect].parse(markdown) for part in _shape(token)]


def _shape(token: Token) -> Shape:
    if token.type == "inline":
        return _joined([part for child in token.children or () for part in _shape(child)])
    return [(token.type, f"{token.level} {token.attrs}", token.content)]


def _joined(parts: Shape) -> Shape:
    """Count code as text, and join adjacent texts."""
    joined: Shape = []
    for kind, level, content in parts:
        place = ("text" if kind == "code_inline" else kind, level)
        if joined and place[0] == "text" and joined[-1][:2] == place:
            joined[-1] = (*place, joined[-1][2] + content)
        else:
            joined.append((*place, content))
    return joined


def changed(parts: Shape, texts: list[str]) -> Shape:
    """Replace the tokens in a shape by texts."""
    return [(kind, level, unmark(content, texts)) for kind, level, content in parts]


BASE = {dialect: shape(dialect, render_markdown(marked())) for dialect in PARSERS}


@pytest.mark.parametrize("dialect", PARSERS)
def test_hostile_text_in_every_field_stays_text(dialect: str) -> None:
    for texts in hostile_fillings(rounds=4):
        shown = [show_invisible(text) for text in texts]
        assert shape(dialect, render_markdown(filled(texts))) == changed(BASE[dialect], shown)


@pytest.mark.parametrize("dialect", PARSERS)
@pytest.mark.parametrize("text", LINE_STARTERS)
def test_opening_delimiters_stay_text_in_every_field(dialect: str, text: str) -> None:
    texts = [as_text(text)] * len(texts_of(FULL))
    shown = [show_invisible(text) for text in texts]
    assert shape(dialect, render_markdown(filled(texts))) == changed(BASE[dialect], shown)


@settings(deadline=None)
@given(
    st.lists(
        st.text("ab1 \\`*_[](){}<>~|#$@!&;:/.+-=^\"'\u202e", min_size=1).map(as_text).filter(bool), min_size=1
    )
)
def test_any_mixture_of_markup_characters_stays_text(texts: list[str]) -> None:
    size = len(texts_of(FULL))
    texts = (texts * size)[:size]
    shown = [show_invisible(text) for text in texts]
    for dialect in PARSERS:
        assert shape(dialect, render_markdown(filled(texts))) == changed(BASE[dialect], shown)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://x.org", "https\\:\\//x\\.org"),
        ("www.x.org", "www\\.x\\.org"),
        ("see x.org now", "see x\\.org now"),
        ("//localhost", "\\//localhost"),
        ("www.\u00e9 www.-", "www\\.\u00e9 www\\.-"),
        ("a@x.org", "`a@x.org`"),
        ("Ring (a.b+c@x-y.org), or a_b@x.org.", "Ring (`a.b+c@x-y.org`), or `a_b@x.org`."),
        ("mailto:a@x.org", "mailto:`a@x.org`"),
        ("a@.x", "`a@.x`"),
        ("@someone, @team/part", "`@someone`, `@team`/part"),
        ("see #12, a/b#3 and GH-4", "see `#12`, a/`b#3` and `GH-4`"),
        ("`a@x.org`", "\\``a@x.org`\\`"),
        ("a@x.org#1@b", "`a@x.org#1@b`"),
        ("at @ 5, a@, # 1, no. 3#", "at \\@ 5, a\\@, \\# 1, no. 3\\#"),
        ("www.1x", "www\\.1x"),
        ("3.org", "3\\.org"),
    ],
)
def test_what_github_would_link_is_escaped_or_code(text: str, written: str) -> None:
    inspection = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    assert f"- {written}\n" in render_markdown(inspection)


LINKABLE = [
    *"a1.@#-+_ `*\\/:()[]<>&;é~|!",
    *("://", "http", "https", "ftp", "www", "GH-", "mailto:", "xmpp:", "&amp;", "x.org", "@x.org", "[^1]"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINKABLE), min_size=1, max_size=12).map("".join).map(as_text).filter(bool))
@example("a@x.org")
@example("xmpp:a@x.org/b")
@example("b.-@x.org")
@example("www.|")
def test_github_shows_every_text_literally_and_links_nothing(text: str) -> None:
    inspection = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    page = cmarkgfm.github_flavored_markdown_to_html(render_markdown(inspection))
    assert "<a " not in page
    assert text in html.unescape(re.sub("<[^>]*>", "", page))


@pytest.mark.parametrize("unit", ["a", "@", "a@", "@.", "a.-", "#", "-@", "gh-", "gh-@..."])
def test_a_text_of_one_megabyte_is_escaped_in_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    inspection = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    assert len(render_markdown(inspection)) >= len(text)


@pytest.mark.parametrize("mark", [*"\\`*_[]<>~|#$@", "+", "-", "=", "&amp;"])
def test_every_markup_character_is_escaped(mark: str) -> None:
    inspection = Inspection(findings=(Finding(category=Category.STRENGTH, text=mark),))
    assert f"- \\{mark}\n" in render_markdown(inspection)


def test_a_report_reads_well_as_plain_text() -> None:
    findings = (
        attrs.evolve(FULL.findings[1], parts=("in the north", "in the south")),
        Finding(category=Category.STRENGTH, text="Staff stay.", heading="Strengths"),
    )
    inspection = attrs.evolve(
        Inspection(), authority=FULL.authority, visit=FULL.visit, evidence=FULL.evidence, findings=findings
    )
    assert render_markdown(inspection) == REPORT


REPORT = """\
# Sampleton Borough Council

## Strengths

- **1\\.** Managers know their teams.\\
  **Responsible:** the council; the trust\\
  **References:** enabler 2, national framework
  - in the north
  - in the south

- Staff stay.

## Inspection details

**Authority:** Sampleton Borough Council\\
**DfE code:** 999\\
**GSS code:** E06999999\\
**Ofsted URN:** 80999\\
**Address:** Civic Centre; 1 High Street\\
**On site:** 6 October 2009; 12 October 2009 to 14 October 2009\\
**As printed:** 6 and 12 to 14 October 2009\\
**Findings:** 2 strengths\\
**Record ID:** unknown/999/2009-10-06

## Evidence

- **Records:** case files
- **Interview:** talks with staff\\
  **Participants:** managers; parents
"""


@pytest.mark.parametrize(
    "text", ["In 1.5 per cent (of 20) it was late; why?", "Children's plans – at 10:30, on 3/4 of days."]
)
def test_ordinary_prose_is_not_escaped(text: str) -> None:
    inspection = Inspection(findings=(Finding(category=Category.STRENGTH, text=text),))
    assert f"- {text}\n" in render_markdown(inspection)


def test_each_finding_is_one_item_under_its_heading_in_order() -> None:
    inspection = Inspection(findings=tuple(attrs.evolve(f, parts=()) for f in FULL.findings))
    tokens = PARSERS["commonmark"].parse(render_markdown(inspection))
    assert [token.type for token in tokens].count("list_item_open") == len(FULL.findings)
    headings = [
        tokens[i + 1].content
        for i, token in enumerate(tokens)
        if token.tag in ("h2", "h3") and token.nesting == 1
    ]
    assert headings[:-1] == [
        "Areas for priority action",
        "Act now",
        "Areas for improvement",
        "Should improve",
        "Satisfactory areas",
        "Strengths",
    ]


def test_there_is_one_first_level_heading_and_no_level_is_skipped() -> None:
    tokens = PARSERS["commonmark"].parse(render_markdown(FULL))
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_every_text_of_the_record_is_in_the_report() -> None:
    words = " ".join(content for _, _, content in shape("commonmark", render_markdown(FULL)))
    assert [text for text in texts_of(FULL) if text not in words] == []


def test_the_report_contains_no_links_and_no_html() -> None:
    types = {kind for kind, _, _ in shape("gfm-like", render_markdown(FULL))}
    assert not types & {"link_open", "html_block", "html_inline", "image"}


def test_only_the_judgements_are_a_table() -> None:
    types = [kind for kind, _, _ in shape("gfm-like", render_markdown(FULL))]
    assert types.count("table_open") == 1
    assert types.count("tr_open") == 1 + len(FULL.judgements)
    inspection = attrs.evolve(FULL, judgements=())
    assert "table_open" not in [kind for kind, _, _ in shape("gfm-like", render_markdown(inspection))]


def test_an_empty_record_gives_a_report_with_a_title() -> None:
    assert render_markdown(Inspection()).startswith("# Unknown authority\n")
    assert render_markdown(Inspection()).endswith("unknown/unknown/unknown\n")

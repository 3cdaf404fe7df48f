"""Laws of reading for any text: it is total, quotes its source, and ignores the kind of line ends.

The near misses test that every pattern takes linear time on a text that it nearly matches: they have
100 kB, which a pattern that takes quadratic time or more would take minutes.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading_samples import SAMPLES, focused_letter, hold_to_rules, reading_of

import inspection_model.frameworks
import inspection_model.reading
from inspection_model.frameworks import shipped_frameworks
from inspection_model.frameworks.framework import Framework
from inspection_model.reading import read_letter
from inspection_model.reading.layout.folded_text import DROPPED

_PIECES = [
    "Dear Ida",
    "Dear \x00",
    "Focused visit to Otterford",
    "This letter tells of a focused visit to ",
    "the on ",
    "5 and 6 May 2019",
    "31 June 2019",
    "5 May",
    "The inspectors were ",
    "Ada Quill , HMI",
    "Ada Quill",
    " and ",
    ", ",
    "HMI ",
    "Findings",
    "Strengths",
    "What needs to improve in this area of",
    "social work practice?1",
    "- ",
    "\u2022",
    "  o part",
    "1. ",
    "(2) two",
    "0. zero",
    "12",
    "Page 2 of 3",
    "\f",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "   ",
    "\t",
    "\x00",
    "\x1c",
    "\x85",
    "\u2028",
    "\u00a0",
    "\u00ad",
    "\ud800",
    "\u0130",
    "\u200b",
    "\ufeff",
    "Yours sincerely",
    "Ada Quill\nHMI",
    "Mr Bo Marsh Director of Services Otterford Council",
    "T 01632 960001",
    "Direct T 01632 960001",
    "a@b.cc",
    "www.x.example",
    "Ofsted",
    "four areas for priority action",
    "There are no areas for priority action",
    "identified at the",
    "submit an action plan within 70 working days",
    "The inspection was carried out under section 1 of the X Act 2006.",
    "The letter declares ",
    "0 strengths",
    "a range of evidence, including: records; files",
    "spoke to ",
    "looked at ",
    ":",
    ".",
    ";",
    "\u2019s",
    "-",
    "(enabler 2, national framework)",
    "Some heading",
    "words of a sentence",
    "3/4/2019",
    "Unannounced inspection of contact, referral and assessment in Northmere",
    "delivered satisfactorily in accordance with national guidance:",
]
_HEADS = ["", "Dear Ida\n\nFocused visit to Otterford\n\n", focused_letter(body="Findings\n\n", end="")]

_ANY = st.text(st.characters(), max_size=200)  # every code point, lone surrogates too
_BUILT = st.builds(
    lambda head, pieces: head + "".join(pieces),
    st.sampled_from(_HEADS),
    st.lists(st.sampled_from(_PIECES), max_size=25),
)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """Draw a sample letter of which some parts are cut out, doubled or replaced by pieces."""
    text = draw(st.sampled_from(sorted(SAMPLES.values())))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 1, 7, 80, 600])))
        middle = draw(
            st.sampled_from(_PIECES) | st.text(st.characters(), max_size=4) | st.just(text[start:end] * 2)
        )
        text = text[:start] + middle + text[end:]
    return text


_TEXTS = _ANY | _BUILT | _mutated()
_NO_TEXT = re.compile(f"[\\s{DROPPED}]+")


@pytest.mark.nightly
@settings(max_examples=400, deadline=None)
@given(text=_TEXTS)
@example(text="\ud800")
@example(text="Dear Ida\nFocused visit to Otterford\n\x00\n\u2022")
@example(text="Focused visit to Y children\u2019s services\n\nThis letter was carried out by N S\n, S")
@example(text="Dear Ida\n\nThis letter tells of a focused visit to the on 5 May 2019.")
def test_every_text_gives_a_reading_whose_passages_are_a_partition(text: str) -> None:
    """Law 1: the passages of any text, joined, are the source, character for character."""
    reading = read_letter(text)
    assert "".join(text[p.start : p.end] for p in reading.passages) == text
    hold_to_rules(reading)
    assert 0.0 <= reading.coverage <= 1.0


@settings(deadline=None)
@given(text=_BUILT | _mutated())
def test_a_framework_that_has_only_a_subject_gives_a_reading(text: str) -> None:
    bare = Framework(id="bare", title="Bare", inspectorate="Nobody", subjects=("focused visit",))
    assert "".join(text[p.start : p.end] for p in read_letter(text, frameworks=[bare]).passages) == text


@pytest.mark.nightly
@settings(max_examples=300, deadline=None)
@given(text=_BUILT | _mutated())
def test_every_fact_quotes_its_source(text: str) -> None:
    """Law 5: a finding's text equals the text of its passages without white space and dropped characters."""
    reading = read_letter(text)
    for index, finding in enumerate(reading.inspection.findings):
        facts = {"text": finding.text, **{f"parts/{i}": part for i, part in enumerate(finding.parts)}}
        for name, words in facts.items():
            quoted = reading.quote(f"/findings/{index}/{name}")
            assert _NO_TEXT.sub("", quoted) == _NO_TEXT.sub("", words)


@pytest.mark.nightly
@settings(max_examples=300, deadline=None)
@given(text=_BUILT | _mutated())
def test_a_reading_is_the_same_for_every_line_end(text: str) -> None:
    """Law 6: a reading is the same for every line end, with and without a final newline, up to offsets."""
    plain = re.sub("\r\n|\r", "\n", text).rstrip("\n")
    inspection = read_letter(plain).inspection
    for other in (plain.replace("\n", "\r\n"), plain.replace("\n", "\r"), f"{plain}\n", f"{plain}\r\n\r\n"):
        assert read_letter(other).inspection == inspection


# Near misses: for every pattern a text that it nearly matches.

_SIZE = 100_000
_NEAR = {
    "frameworks.loading._NAME": "aA",
    "frameworks.loading._SLOTS": "{a_{b",
    "frameworks.phrase._SLOT": "{a_{b",
    "frameworks.parsing._NAME": "`a",
    "frameworks.parsing._POSITIONS": "[12",
    "frameworks.parsing._STEP": "a.[",
    "reading.grammar.contacts._LABEL": "Tel-: ",
    "reading.grammar.contacts._NET": "a.gov.u@www.http:/",
    "reading.grammar.contacts._NUMBER": "+(012 345) ",
    "reading.grammar.dates._IN_BRACKETS": " (a",
    "reading.grammar.dates._JOINT": ", , an & t",
    "reading.grammar.dates._NEARLY": "may 201 1/1/1",
    "reading.grammar.deadlines._JOINT": ", an ; &",
    "reading.grammar.evidence._PARTICIPLE": ", observe, see",
    "reading.grammar.evidence._SEMICOLON": "; an; als",
    "reading.grammar.inspectors._BRACKET": " (a",
    "reading.grammar.inspectors._MARK": "a12 (3 [45",
    "reading.grammar.inspectors._WORD": "a'1",
    "reading.grammar.names._WORD": "a'1",
    "reading.grammar.names._WORDS": "a  ",
    "reading.grammar.numbers._DIGITS": "12345",
    "reading.grammar.numbers._SEPARATOR": "a-",
    "reading.grammar.bodies._JOINT": " -, - ",
    "reading.grammar.bodies._WORD": "a  ",
    "reading.grammar.person_lines._BRACKETS": "(a[b",
    "reading.grammar.person_lines._FOOTNOTE": " *** [12 (1aa12",
    "reading.grammar.references._NUMBER": "123",
    "reading.grammar.references._PLACE": "enabler 2, and ",
    "reading.grammar.visits._LOOSE": "12 12th, an",
    "reading.judgement_table._ROW_NUMBER": "1.1 ",
    "reading.layout.bullets._CIRCLED": "\u2459",
    "reading.layout.bullets._LETTERED": "(viii",
    "reading.layout.bullets._TYPED": "-=",
    "reading.layout.bullets.NUMBER": "(1234. ",
    "reading.layout.cells._CELL": "a  b   ",
    "reading.layout.folded_text._DROPPED": "a\u2028",
    "reading.layout.folded_text._WORD": "a\x00",
    "reading.layout.footnotes._CERTAIN": "a.12b",
    "reading.layout.footnotes._GLUED": "a12",
    "reading.layout.footnotes._MARK": "12 ",
    "reading.layout.footnotes._NOTE_AFTER_MARK": "12 a",
    "reading.layout.headings._LETTER": "1_",
    "reading.layout.headings._LETTERS": "a1",
    "reading.layout.lines._PRINTED_HYPHEN": "1\u00ad" + " " * 39,
    "reading.layout.page_order.DIGITS": "1a",
    "reading.layout.page_cuts._FIRST_WORD": "a1",
    "reading.parts.section_remarks._MARK": "[1.1",
    "reading.parts.section_remarks._DIGITS": "1a",
    "reading.layout.page_cuts._LAST_WORD": "a b1",
    "reading.layout.page_cuts._BREAKS_OFF": "a,1",
    "reading.layout.page_cuts._SENTENCE_ENDS": "a.   a",
    "reading.layout.page_cuts._WITHIN": "a, A1",
    "reading.layout.page_cuts._WITHIN_NAME": "Ab ab1",
    "reading.layout.running_lines.DIGITS": "1a",
    "reading.layout.sentences._FINISHED": ".\u2019)'",
    "reading.layout.undecoded._ESCAPE": "\\\\u201",
    "reading.layout.undecoded._HTML": "&abcdefghijklmnopqrstuvwxyzabcdefg<h1 ",
    "reading.layout.undecoded._HYPHEN": "a\u00ad1",
    "reading.layout.undecoded._LOST": "a?sa",
    "reading.layout.undecoded._MOJIBAKE": "\u00c2a\u00e2\u00ef",
    "reading.layout.undecoded._QUOTED_PRINTABLE": "=E2=a=9 ",
    "reading.parts.head._DIGIT": "no digit ",
    "reading.parts.people_columns._CELL": "a b\t ",
    "reading.parts.person_rows._AND": ", an ,& a /  ;",
    "reading.parts.person_rows._CLOSING_AND": ", and an",
    "reading.parts.person_rows._OPENING_AND": "and&an",
    "reading.passages._LAYOUT": " .,:;|a",
    "reading.passages._NOT_TEXT": "\u00ada",
    "reading.reader.INVISIBLE": "\u200aa",
    "reading.recognition._PREPOSITION": " to ",
}
# The same for every function that returns a pattern; these take a framework or nothing.
_MADE = {
    "reading.grammar.absence._negation": "a) there are non",
    "reading.grammar.absence._nothing": "a) there are no further areas identifie",
    "reading.grammar.clauses._accordance": ", in line wit under",
    "reading.grammar.clauses._active": ", they also rea",
    "reading.grammar.clauses._clauses_after_list": " and they also rea toured th",
    "reading.grammar.clauses._contact": "spoke t meetings wit",
    "reading.grammar.clauses._joined_clauses": " and they also rea, meetings wit and toured th",
    "reading.grammar.clauses._joint": " in detail by inspectors, an ",
    "reading.grammar.clauses._last_verb": "they met wit",
    "reading.grammar.clauses._looked": "looked a",
    "reading.grammar.clauses._verbs": "plans were also reviewe focused o ",
    "reading.grammar.counts._pattern": "seventeenn two strength a number of area ",
    "reading.grammar.dates._beginning": "monday 1, 2 and the 3rd of ma",
    "reading.grammar.dates._next_item": "monday 1 of may, ",
    "reading.grammar.dates._opening": "between from in the week beginnin",
    "reading.grammar.dates._opening_before": "between from in the week beginnin",
    "reading.grammar.deadlines._limit": "no later tha by the end o",
    "reading.grammar.deadlines._sign": "by the en of ma fortnigh",
    "reading.grammar.deadlines._unit": " working day",
    "reading.grammar.earlier._after": " (ilacs), carried out by ofsted in a b c in may 201",
    "reading.grammar.earlier._before": "may 2019, ofsted conducted a last full joint (sif) a",
    "reading.grammar.earlier._bodies": "probatio",
    "reading.grammar.earlier._further": " and in may 201",
    "reading.grammar.earlier._joint": ", and ina",
    "reading.grammar.earlier._order": "las most recen",
    "reading.grammar.earlier._others": "this fostering nex",
    "reading.grammar.outcomes._done_after": "have now all not been fully addresse",
    "reading.grammar.outcomes._done_before": "has fully addressed all of the a.",
    "reading.grammar.outcomes._doubtful": "shoul to b",
    "reading.grammar.outcomes._earlier": "previousl that visi",
    "reading.grammar.outcomes._in_part": "mostl",
    "reading.grammar.outcomes._is_small": "has been to slow",
    "reading.grammar.outcomes._negation": "no neve",
    "reading.grammar.outcomes._open": "still requir",
    "reading.grammar.outcomes._progress": "progress with a b.",
    "reading.grammar.outcomes._small": "insufficien",
    "reading.grammar.outcomes._some": "the majorit",
    "reading.grammar.outcomes._terms": "areas for improvemen",
    "reading.grammar.outcomes._wholly": "full",
    "reading.grammar.evidence._comma": ", as well a, along wit an ",
    "reading.grammar.evidence._fillers": "also held through look",
    "reading.grammar.evidence._method_word": "recor performanc managemen focus grou ",
    "reading.grammar.evidence._preposition": " fo tha whic ",
    "reading.grammar.inspectorates._names": "care quality commissio hmi constabulary and fir ",
    "reading.grammar.inspectors._clause": "all of whom bot",
    "reading.grammar.inspectors._field": "social care and education o",
    "reading.grammar.inspectors._post_within": " hmi (a hm",
    "reading.grammar.inspectors._separator": " an , & ; ",
    "reading.grammar.numbers._words": "seventeenn",
    "reading.grammar.participants._after_head": " (of wit",
    "reading.grammar.participants._before_group": "also with bot",
    "reading.grammar.participants._complements": " responsible fo fro who",
    "reading.grammar.participants._finite": "whos tol wer",
    "reading.grammar.participants._joint": ", as well an ",
    "reading.grammar.participants._purpose": ", to discus abou",
    "reading.grammar.participants._tails": ", and both by telephon",
    "reading.grammar.participants._way": "both by telephon",
    "reading.grammar.references._reference": "(enabler 2, national framewor",
    "reading.grammar.visits._joint": " (remotely) and on site, o",
    "reading.layout.heading_marks._before": "Section 1.1.1",
    "reading.layout.heading_marks._run_in_end": "?1 (continued): ",
    "reading.layout.page_numbers._pattern": "page 1 of ",
    "reading.grammar.visits._other_day": " and on friday 1x (and 2",
    "reading.grammar.visits._uncounted_days": " and on the two later day",
    "reading.grammar.visits._other_words": " and the morning o",
    "reading.layout.sentences._end": ".\u201d)",
    "reading.parts.statements._further": " no additiona no othe ",
    "reading.recognition._any_kind": "the recent inspection",
    "reading.recognition._opening_verb": "letter summarises the findings o",
    "reading.recognition._other_kind": "visitx ",
}
_FILES = "reading.files."  # the patterns of these modules see rows of a PDF, not the text of a letter


def _modules() -> Iterator[tuple[str, ModuleType]]:
    for package in (inspection_model.reading, inspection_model.frameworks):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            name = info.name.removeprefix("inspection_model.")
            if not name.startswith(_FILES):
                yield name, importlib.import_module(info.name)


def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        f"{name}.{attribute}": value
        for name, module in _modules()
        for attribute, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


def _makers() -> dict[str, Callable[..., object]]:
    """Return the functions that return a pattern, alone or with something else."""
    return {
        f"{name}.{attribute}": value
        for name, module in _modules()
        for attribute, value in vars(module).items()
        if callable(value) and "re.Pattern" in str(getattr(value, "__annotations__", {}).get("return"))
    }


def test_every_pattern_has_a_near_miss() -> None:
    patterns = _patterns()
    tested = {id(patterns[name]) for name in _NEAR}
    assert [name for name, pattern in patterns.items() if id(pattern) not in tested] == []
    assert set(_makers()) == set(_MADE)


def _made(make: Callable[..., object], framework: Framework) -> re.Pattern[str]:
    """Return the pattern that a function makes."""
    made = make(framework) if inspect.signature(make).parameters else make()
    pattern = made[0] if isinstance(made, tuple) else made
    assert isinstance(pattern, re.Pattern)
    return cast("re.Pattern[str]", pattern)


def _try(pattern: re.Pattern[str], near: str) -> None:
    for text in (near * (_SIZE // len(near)), near + near[-1] * _SIZE, near[0] * _SIZE + near):
        assert len(text) >= _SIZE - len(near)
        pattern.match(text)
        pattern.fullmatch(text)
        sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("name", _NEAR)
def test_a_pattern_takes_linear_time_on_a_near_miss(name: str) -> None:
    _try(_patterns()[name], _NEAR[name])


_MEGABYTE = 1_000_000
_ATTACKS = [
    ("reading.grammar.absence._nothing", "", "inspbw)", ""),
    ("reading.grammar.clauses._joined_clauses", ", one hak", "; and ", "yilcfvte hake"),
    ("reading.grammar.clauses._joined_clauses", "", f",-one hak{'; and ' * 1048}yfvt{'e' * 2082}\0", ""),
    ("reading.grammar.contacts._NET", "", f"wwwhttp.k{'s' * 436}\t", ""),
    ("reading.grammar.contacts._NET", ".k", "\0", "\t"),
    ("reading.grammar.dates._beginning", "", f"0-0-0-0-0-0-0-0{', 00' * 1_311}\0", ""),
    ("reading.grammar.dates._beginning", "0-0-0-0-0-0-0-0", ", 00", "\0"),
    ("reading.grammar.earlier._before", "", "1 january 2020 ", "\0"),
    ("reading.grammar.earlier._before", "", "the last full joint (sif) ", "\0"),
]
"""Texts of scripts/check_patterns.py for the patterns that it does not always clear."""


def test_every_pattern_that_the_script_does_not_clear_is_attacked() -> None:
    bounded = runpy.run_path(str(Path(__file__).parents[2] / "scripts/check_patterns.py"))["BOUNDED"]
    assert {name.removesuffix("()") for name in bounded} <= {name for name, *_ in _ATTACKS}


@pytest.mark.parametrize(("name", "before", "unit", "after"), _ATTACKS)
def test_an_attack_takes_a_bounded_time_at_each_place(name: str, before: str, unit: str, after: str) -> None:
    pattern = _patterns().get(name)
    if pattern is None:
        pattern = _made(_makers()[name], shipped_frameworks()[0])
    attack = before + unit * (_MEGABYTE // len(unit)) + after
    assert not any(match[0] for match in pattern.finditer(attack))  # an empty one may be at the end


@pytest.mark.parametrize("framework", shipped_frameworks(), ids=lambda framework: framework.id)
@pytest.mark.parametrize("name", _MADE)
def test_a_pattern_of_the_data_takes_linear_time_on_a_near_miss(name: str, framework: Framework) -> None:
    _try(_made(_makers()[name], framework), _MADE[name])


_LONG = 15_000


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "\n",
        "\r",
        "\f",
        "\x00",
        "\ud800",
        "\u00ad",
        "(",
        "-",
        ".",
        "1",
        "\u2022",
        "- ",
        "a ",
        "((()))",
        "a\x00",
        "5 and 6 May 2019 ",
        "5 May 2019\n",
        "1, 2, 3, ",
        "Strengths\n",
        "What needs to improve ",
        "- a\n",
        "- a:\n  o b\n",
        "1. a\n",
        "1\n",
        "1\n\n",
        "1\n\f",
        "foot\n\f",
        "a\n\n1\n note\n",
        "a@b.cc ",
        "a@",
        "T 01632 960001 ",
        "a    b    ",
        "records; ",
        "records and ",
        "range of evidence, including a, ",
        "A. ",
        "Yours sincerely\n",
        "Dear Ida\n",
        "Mr Bo Marsh\nDirector\n",
        "The inspectors were Ada Quill, HMI, and ",
        "HMI ",
        "Ada Quill HMI, ",
        "council ",
        "visit ",
        "visit to ",
        "submit an action plan ",
        "looked at ",
        "two strengths, ",
        "a-\n",
        "Some heading\n\nText.\n\n",
    ],
)
@pytest.mark.parametrize("place", ["alone", "head", "opening", "section", "item", "end"])
def test_a_long_repetition_is_read(unit: str, place: str) -> None:
    long = unit * (_LONG // len(unit))
    letters = {
        "alone": long,
        "head": focused_letter(head=f"1 May 2019\n\n{long}\n\n"),
        "opening": focused_letter(before=f"Inspectors {long}"),
        "section": focused_letter(body=f"Findings\n\n{long}"),
        "item": focused_letter(body=f"Findings\n\n- {long}"),
        "end": focused_letter(end=f"Yours sincerely\n\n{long}"),
    }
    reading_of(letters[place])


@pytest.mark.parametrize(
    ("opening", "unit", "closing"),
    [
        ("", "submit an action plan ", "within 5 x."),
        ("", "visit ", "on 1 May 2019x."),
        ("visit ", "1, ", "2."),
        ("Inspectors spoke to ", "cooks from the bar and ", "others."),
        ("Inspectors spoke to cooks", " and toured the bar, online", "."),
        ("Inspectors ", "met with and ", "others."),
        ("Submit an action plan ", "by 1 May 2019 and ", "later."),
        ("The inspectors were Ada Quill, ", "HMIs, Care, ", "."),
        ("The inspectors were ", "HMI ", "."),
        ("The letter declares ", "two strengths, ", ".\n\nStrengths\n\n" + "- a\n" * 5_000),
        ("Inspectors met with ", "a\u200b, ", ".\n\nStrengths\n\n" + "- a\n" * 5_000),
        ("A range of evidence, including ", "a, ", "."),
    ],
)
def test_a_long_sentence_of_repetitions_is_read(opening: str, unit: str, closing: str) -> None:
    reading_of(focused_letter(before=f"{opening}{unit * (_LONG // len(unit))}{closing}"))

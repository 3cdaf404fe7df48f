"""Terminal output: summaries, tables, and escaping of hostile text."""

from __future__ import annotations

import io
import os
import re
from datetime import date
from pathlib import Path

import pytest
from cli_letters import ANY_NAME, LETTER, Terminal, run
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from inspection_model.cli.overview import Outcome, overview
from inspection_model.cli.places import Places, remark_line
from inspection_model.cli.summary import summary
from inspection_model.cli.terminal import console, json_for_terminal, visible
from inspection_model.model import (
    Authority,
    Declaration,
    Finding,
    Inspection,
    Judgement,
    Obligation,
    Partnership,
    Passage,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Reading,
    Remark,
    Visit,
)
from inspection_model.reading import read_letter
from inspection_model.serialising import dumps, loads
from inspection_model.vocabulary import Category, DeclarationState, PersonRole, PublicationForm, RemarkCode

Captured = pytest.CaptureFixture[str]
HOSTILE = "[bold]x[/bold] :smile: \u202egnp.exe\u202c \u200b"
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\ud800-\udfff]")


def shown(renderable: object, width: int = 100) -> str:
    """Print to a recording console and return the text without colours."""
    console = Console(
        record=True, width=width, file=io.StringIO(), markup=False, emoji=False, highlight=False
    )
    console.print(renderable)
    return console.export_text()


def folded(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b\u202e\u2066\ud800\x07\r")))
def test_visible_text_has_no_invisible_characters(text: str) -> None:
    assert not UNSEEN.search(visible(text))


def test_plain_text_is_shown_unchanged() -> None:
    assert visible("Children’s plans\n\tat 10 %") == "Children’s plans\n\tat 10 %"
    assert visible("a\x1b[31mb\r\u009bc") == "a⟨U+001B⟩[31mb⟨U+000D⟩⟨U+009B⟩c"


def test_json_on_a_terminal_is_the_same_document() -> None:
    reading = read_letter(f"{LETTER}\n\x9b\u202e\U000e0041 \x1b[31m")
    document = json_for_terminal(dumps(reading, indent=2))
    assert not UNSEEN.search(document)
    assert "\\udb40\\udc41" in document
    assert loads(document) == reading


HOSTILE_READING = Reading(
    source=f"{HOSTILE}\r\nsecond line",
    inspection=Inspection(
        framework="own-kind",
        authority=Authority(name=HOSTILE.strip() + "name"),
        visit=Visit(as_printed=HOSTILE.strip() + "visit"),
        inspectors=(Person(name=HOSTILE.strip() + "person", post="post"),),
        findings=(
            Finding(
                category=Category.STRENGTH,
                heading=HOSTILE.strip() + "heading",
                text=HOSTILE.strip() + "text",
                parts=(HOSTILE.strip() + "part",),
            ),
        ),
        obligations=(Obligation(text=HOSTILE.strip() + "duty"),),
        publication=Publication(date_as_printed=HOSTILE.strip() + "date"),
        partnership=Partnership(name=HOSTILE.strip() + "partnership"),
        previous=PreviousInspection(as_printed=HOSTILE.strip() + "previous"),
        judgements=(
            Judgement(area_as_printed=HOSTILE.strip() + "area", grade_as_printed=HOSTILE.strip() + "grade"),
        ),
    ),
    passages=(Passage(start=0, end=len(HOSTILE) + 13, role="unread"),),
    remarks=(
        Remark(
            code=RemarkCode.UNREAD,
            message=HOSTILE.strip() + "message",
            start=len(HOSTILE) + 2,
            end=len(HOSTILE) + 4,
        ),
        Remark(code=RemarkCode.FINDINGS_MISSING, message="nowhere"),
    ),
)


def test_a_summary_escapes_hostile_text() -> None:
    output = shown(summary(HOSTILE_READING, None), width=200)
    assert not UNSEEN.search(output)
    fields = ("name", "visit", "person", "heading", "text", "part", "duty", "date", "message")
    for field in (*fields, "partnership", "previous", "area", "grade"):
        assert f"[bold]x[/bold] :smile: ⟨U+202E⟩gnp.exe⟨U+202C⟩ ⟨U+200B⟩{field}" in output
    assert "2:1" in output
    assert "0% of the document was understood" in output


def test_a_summary_shows_the_judgements_of_a_report_first() -> None:
    inspection = Inspection(
        inspectors=(Person(name="Otto Penn", role=PersonRole.LEAD),),
        judgements=(Judgement(area="front-door", grade="good"),),
        publication=Publication(form=PublicationForm.REPORT, date=date(2020, 3, 3)),
    )
    lines = [*map(folded, shown(summary(Reading(source="", inspection=inspection), None)).splitlines())]
    assert lines.index("Front door Good") < lines.index("Report date 3 March 2020")
    assert "Inspectors Otto Penn, Lead inspector" in lines


def test_a_table_of_results_escapes_hostile_names() -> None:
    outcomes = [Outcome(name="a\x1b[2J\udcff[red]", authority=HOSTILE, on_site=HOSTILE, findings=1)]
    output = shown(overview(outcomes), width=200)
    assert not UNSEEN.search(output)
    assert "a⟨U+001B⟩[2J⟨U+DCFF⟩[red]" in output


@ANY_NAME
def test_hostile_names_of_files_do_not_reach_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "a\x1b[2J\u202eb.txt"
    file.write_text(LETTER)
    assert run("check", file) == 0
    output, error = capsys.readouterr()
    assert "a⟨U+001B⟩[2J⟨U+202E⟩b.txt: 2 remarks" in output
    assert not UNSEEN.search(output + error)


def test_a_rendering_on_a_terminal_has_no_invisible_characters(
    tmp_path: Path, capsys: Captured, terminal: Terminal
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER.replace("teams", "te\u202eams"), encoding="utf-8")
    terminal.on("stdout")
    assert run("read", file, "--format", "text") == 0
    output = capsys.readouterr().out
    assert "te⟨U+202E⟩ams" in output
    assert not UNSEEN.search(output)


def test_an_empty_reading_has_a_summary() -> None:
    output = shown(summary(Reading(source="", inspection=Inspection()), None))
    assert "Unknown authority" in output
    assert "Unknown inspection type" in output
    assert "100% of the document was understood" in output


def test_a_summary_shows_declared_counts_that_differ_from_the_list() -> None:
    inspection = Inspection(
        declared=(
            Declaration(category=Category.IMPROVEMENT, state=DeclarationState.SPECIFIED, count=2),
            Declaration(category=Category.STRENGTH, state=DeclarationState.NONE),
        ),
        visit=Visit(
            periods=(
                Period(start=(day := date(2009, 10, 6)), end=day),
                Period(start=day.replace(day=8), end=day.replace(day=9)),
            )
        ),
    )
    output = shown(summary(Reading(source="", inspection=inspection), None))
    assert re.search("Areas for improvement +0 +2 stated", output)
    assert re.search("Strengths +0 *\n", output)
    assert "6 October 2009, 8 October 2009 to 9 October 2009" in output


def test_a_summary_does_not_show_counts_that_agree() -> None:
    inspection = Inspection(
        findings=(Finding(category=Category.STRENGTH, text="Staff stay."),),
        declared=(Declaration(category=Category.STRENGTH, state=DeclarationState.SPECIFIED, count=1),),
    )
    assert "stated" not in shown(summary(Reading(source="", inspection=inspection), None))


def test_a_summary_numbers_findings_as_printed_or_by_their_place_in_the_category() -> None:
    findings = [
        Finding(category=Category.STRENGTH, text=f"Strength {number}.", number=number)
        for number in (None, 7, None)
    ]
    output = shown(summary(Reading(source="", inspection=Inspection(findings=tuple(findings))), None))
    assert re.findall("([0-9]+) Strength", output) == ["1", "7", "3"]


def test_the_share_that_was_understood_is_rounded_down() -> None:
    passages = (
        Passage(start=0, end=9_999, role="boilerplate"),
        Passage(start=9_999, end=10_000, role="unread"),
    )
    reading = Reading(source="x" * 10_000, inspection=Inspection(), passages=passages)
    assert "99.9% of the document was understood" in shown(summary(reading, None))


def test_a_table_names_the_folder_once_when_all_files_are_in_it() -> None:
    together = shown(overview([Outcome(name=f"x{os.sep}{name}") for name in "ab"]))
    assert f"Folder: x{os.sep}" in together
    assert f"x{os.sep}a" not in together
    apart = shown(overview([Outcome(name=f"{folder}{os.sep}a") for folder in "xy"]))
    assert f"x{os.sep}a" in apart
    assert "Folder" not in apart
    nested = shown(overview([Outcome(name=f"x{os.sep}{folder}{os.sep}a") for folder in "yz"]))
    assert f"Folder: x{os.sep}" in nested
    assert f" y{os.sep}a" in nested
    assert "Folder" not in shown(overview([Outcome(name=f"{os.sep}x{os.sep}a"), Outcome(name="a")]))


_LONG = "the-letter-of-a-very-long-name-that-no-terminal-shows-in-full-" * 2
_OUTCOMES = (
    Outcome(
        name=f"{_LONG}1.txt",
        authority="Long Name with Many Words Metropolitan Borough Council",
        first_day="2024-05-06",
        on_site="6 to 10 May 2024",
        actions=21,
        improvements=32,
        findings=143,
        remarks=54,
    ),
    Outcome(name=f"{_LONG}2.txt", findings=0, remarks=1, unrecognised="it is a shopping list"),
    Outcome(name=f"{_LONG}3.txt"),
)


@pytest.mark.parametrize("width", range(40, 201, 8))
def test_counts_and_failures_are_shown_at_every_width(width: int) -> None:
    output = shown(overview(_OUTCOMES), width=width)
    assert max(map(len, output.splitlines())) <= width
    for words in ("2024", "21", "32", "143", "54", "not recognised", "failed", "Long Name with"):
        assert words in output
    assert "it is a shopping list" in " ".join(output.split())
    assert folded("1 read, 1 not recognised, 1 with remarks, 1 failed") in folded(output)


def test_the_name_of_a_file_gives_way_and_a_wide_terminal_has_the_days_as_printed() -> None:
    assert "2024-05-06" in shown(overview(_OUTCOMES), width=80)
    assert "6 to 10 May 2024" in shown(overview(_OUTCOMES), width=140)
    assert "the-letter-of" in shown(overview(_OUTCOMES), width=80)


def test_a_console_interprets_no_markup() -> None:
    ours = console()
    with ours.capture() as captured:
        ours.print("[bold]x[/bold] :smile:")
    assert captured.get() == "[bold]x[/bold] :smile:\n"


def test_a_long_table_shows_only_failures_and_remarks() -> None:
    outcomes = [Outcome(name=f"{n:03}.txt", findings=1, remarks=n == 7) for n in range(60)]
    outcomes.append(Outcome(name="bad.txt"))
    output = shown(overview(outcomes))
    assert "007.txt" in output
    assert "bad.txt" in output
    assert "008.txt" not in output
    assert "60 read, 1 with remarks, 1 failed" in output


def test_places_count_lines_and_columns_from_one_at_every_kind_of_line_end() -> None:
    places = Places("ab\r\nc\rd\n\ne")
    found = [places.place(offset) for offset in (0, 1, 4, 6, 8, 9)]
    assert found == ["1:1", "1:2", "2:1", "3:1", "4:1", "5:1"]


def test_places_in_a_pdf_are_pages() -> None:
    places = Places("a\nb\f\fc", by_page=True)
    assert [places.place(offset) for offset in (0, 3, 4, 5)] == ["page 1", "page 1", "page 2", "page 3"]
    remark = Remark(code=RemarkCode.UNREAD, message="what?", pointer="/visit", start=5, end=6)
    assert remark_line("a.pdf", remark, places) == "a.pdf, page 3: unread: what?"


def test_a_remark_shows_the_most_precise_position_that_is_known() -> None:
    remark = Remark(code=RemarkCode.UNREAD, message="what?", pointer="/visit", start=3, end=4)
    assert remark_line("a", remark, Places("x\ny\nz")) == "a:2:2: unread: what?"
    assert remark_line("a", remark) == "a: /visit: unread: what?"
    assert remark_line("a", Remark(code=RemarkCode.UNREAD, message="what?")) == "a: unread: what?"

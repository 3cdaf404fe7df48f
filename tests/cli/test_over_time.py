"""`inspection-model compare` and `inspection-model history`."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path

import pytest
from cli_letters import LETTER, Terminal, run
from rich.console import Console

import inspection_model as im
from inspection_model.cli.comparison_view import comparison_view

Captured = pytest.CaptureFixture[str]
PRIORITY, IMPROVEMENT = im.Category.PRIORITY_ACTION, im.Category.IMPROVEMENT


def record(year: int, *, dfe: str, rank: int, name: str = "Sampleton") -> im.Inspection:
    """Return an invented report."""
    on = datetime.date(year, 3, 5)
    return im.Inspection(
        framework="ofsted-ilacs",
        authority=im.Authority(
            name=name, identifiers=[im.Identifier(scheme=im.IdentifierScheme.DFE, value=dfe)]
        ),
        visit=im.Visit(periods=[im.Period(start=on, end=on)]),
        judgements=[im.Judgement(area="leadership", grade="good" if rank == 2 else "inadequate", rank=rank)],
        findings=[
            im.Finding(category=PRIORITY, text=f"Families wait for {year} weeks and nobody tells them why."),
            im.Finding(category=IMPROVEMENT, text="Plans are late.", area="leadership"),
            im.Finding(category=IMPROVEMENT, text=f"N{year}."),
        ],
        declared=[
            im.Declaration(
                category=PRIORITY, state=im.DeclarationState.SPECIFIED, count=2 if rank == 2 else 1
            ),
            im.Declaration(category=IMPROVEMENT, state=im.DeclarationState.NONE),
        ],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two reports of one authority, one of another, and a file that is no letter."""
    records = {
        "a.json": record(2019, dfe="909", rank=4, name="Cumbria"),
        "b.json": record(2022, dfe="909", rank=2, name="Cumbria"),
        "c.json": record(2024, dfe="942", rank=4, name="Cumberland"),
    }
    for name, inspection in records.items():
        (tmp_path / name).write_text(im.dumps(inspection), encoding="utf-8")
    (tmp_path / "notes.doc").write_text("not read", encoding="utf-8")
    return tmp_path


def rows(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text))]


def test_a_comparison_is_shown_with_its_changes(folder: Path, capsys: Captured) -> None:
    assert run("compare", folder / "a.json", folder / "b.json") == 0
    shown = capsys.readouterr().out
    assert "better" in shown
    assert "[-2019-] {+2022+}" in shown
    assert "0 moved   ~ 1 reworded   + 1 new   – 1 gone   = 1 kept" in shown
    assert "does not mean that it was addressed" in shown
    assert not any(line.endswith(" ") for line in shown.splitlines())


def test_a_terminal_shows_the_same_view(folder: Path, capsys: Captured, terminal: Terminal) -> None:
    terminal.on("stdout")
    assert run("compare", folder / "a.json", folder / "b.json") == 0
    assert "1 reworded" in capsys.readouterr().out


def test_a_comparison_has_json_pages_and_rows(folder: Path, capsys: Captured) -> None:
    pair = (folder / "a.json", folder / "b.json")
    assert run("compare", *pair, "--format", "json", "--threshold", "90") == 0
    comparison = im.loads(capsys.readouterr().out)
    assert isinstance(comparison, im.Comparison)
    assert comparison.threshold == 90
    assert run("compare", *pair, "--format", "csv") == 0
    found = rows(capsys.readouterr().out)
    assert [row["row"] for row in found] == [*["finding"] * 4, "judgement", "declared", "declared"]
    assert [row["change"] for row in found if row["row"] == "declared"] == ["1", ""]
    for form, words in (("markdown", "## Reworded (1)"), ("html", "<h2 id=")):
        output = folder / f"page.{form.removesuffix('own')[:4]}"
        assert run("compare", *pair, "--format", form, "-o", output) == 0
        assert words in output.read_text(encoding="utf-8")


def test_a_comparison_of_empty_records_says_so(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.json").write_text(im.dumps(im.Inspection()), encoding="utf-8")
    assert run("compare", tmp_path / "a.json", tmp_path / "a.json", "--format", "markdown") == 0
    assert "Nothing to compare." in capsys.readouterr().out


def test_what_is_only_in_one_record_has_a_dash(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.json").write_text(im.dumps(im.Inspection()), encoding="utf-8")
    (tmp_path / "b.json").write_text(im.dumps(record(2019, dfe="909", rank=4)), encoding="utf-8")
    assert run("compare", tmp_path / "b.json", tmp_path / "a.json", "--format", "markdown") == 0
    assert "| Leadership | Inadequate | – | gone |" in capsys.readouterr().out
    assert run("compare", tmp_path / "a.json", tmp_path / "b.json", "--format", "csv") == 0
    (judged, *declared) = rows(capsys.readouterr().out)[3:]
    assert (judged["earlier"], judged["later"]) == ("", "inadequate")
    assert [row["later"] for row in declared] == ["1", "none"]
    moved = record(2019, dfe="909", rank=4)
    again = im.Inspection(findings=[im.Finding(category=PRIORITY, text="Plans are so late.")])
    (tmp_path / "b.json").write_text(im.dumps(moved), encoding="utf-8")
    (tmp_path / "a.json").write_text(im.dumps(again), encoding="utf-8")
    assert run("compare", tmp_path / "b.json", tmp_path / "a.json") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Area for improvement → Area for priority action, leadership 85 %, suggestion" in shown
    assert "Plans are {+so+} late." in shown
    assert run("compare", tmp_path / "a.json", tmp_path / "b.json") == 0
    assert "Plans are [-so-] late." in capsys.readouterr().out


def test_files_that_cannot_be_compared_end_the_command(folder: Path, capsys: Captured) -> None:
    assert run("compare", folder / "a.json", folder / "missing.json") == 2
    assert "missing.json" in capsys.readouterr().err
    lines = "".join(f"{im.dumps(record(year, dfe='909', rank=2))}\n" for year in (2019, 2020))
    (folder / "many.jsonl").write_text(lines, encoding="utf-8")
    assert run("compare", folder / "a.json", folder / "many.jsonl") == 2
    assert "one inspection each" in capsys.readouterr().err
    comparison = im.compare(record(2019, dfe="909", rank=2), record(2020, dfe="909", rank=2))
    (folder / "comparison.json").write_text(im.dumps(comparison), encoding="utf-8")
    assert run("compare", folder / "a.json", folder / "comparison.json") == 2
    assert "a comparison is not an inspection" in capsys.readouterr().err
    assert run("compare", folder / "a.json", folder / "b.json", "-o", folder / "out.docx") == 2
    assert "No format has the suffix" in capsys.readouterr().err


def test_the_histories_of_a_folder_are_shown(folder: Path, capsys: Captured) -> None:
    assert run("history", folder) == 0
    shown = capsys.readouterr().out
    assert shown.index("Cumberland") < shown.index("Cumbria ")
    assert "5 March 2022: perhaps listed again, in other words, 90 %" in shown
    assert "Cumberland (942) followed Cumbria (909) on 1 April 2023." in shown
    assert "A document that is silent does not say that the action was taken." in shown
    assert "no later document" in shown


def test_the_history_of_one_authority_may_include_its_predecessors(folder: Path, capsys: Captured) -> None:
    options = ("--authority", "942", "--with-predecessors")
    assert run("history", folder, *options) == 0
    assert "took over the area of Cumbria (909)" in " ".join(capsys.readouterr().out.split())
    assert run("history", folder, *options, "--format", "markdown") == 0
    assert capsys.readouterr().out.startswith("# Cumberland\n")
    assert run("history", folder, *options, "--format", "json") == 0
    history = im.loads(capsys.readouterr().out)
    assert isinstance(history, im.History)
    assert len(history.inspections) == 3
    assert run("history", folder, "--authority", "101") == 2
    assert "no inspection of the authority 101" in capsys.readouterr().err


def test_several_histories_are_json_lines_one_page_and_one_table(folder: Path, capsys: Captured) -> None:
    assert run("history", folder, "-o", "-", "--format", "json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["history", "history"]
    assert run("history", folder, "-o", folder / "page.html") == 0
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert 'id="history-2"' in page
    assert 'id="priority-actions-1"' in page
    assert run("history", folder, "-o", folder / "rows.csv") == 0
    found = rows((folder / "rows.csv").read_text(encoding="utf-8"))
    assert {row["row"] for row in found} == {"document", "judgement", "priority-action"}


def test_a_history_is_read_again_with_other_files(folder: Path, capsys: Captured) -> None:
    history = im.History([record(2019, dfe="909", rank=4)])
    (folder / "history.json").write_text(im.dumps(history), encoding="utf-8")
    assert run("history", folder / "history.json", folder / "b.json", "--format", "csv") == 0
    assert len([row for row in rows(capsys.readouterr().out) if row["row"] == "document"]) == 2
    assert run("check", folder / "history.json") == 0
    assert "no remarks" in capsys.readouterr().out
    assert run("render", folder / "history.json") == 2
    assert "a history is not an inspection" in capsys.readouterr().err
    comparison = im.compare(*history.inspections, *history.inspections)
    (folder / "comparison.json").write_text(im.dumps(comparison), encoding="utf-8")
    assert run("check", folder / "comparison.json") == 0


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_shown(
    folder: Path, capsys: Captured
) -> None:
    (folder / "bad.json").write_text("{", encoding="utf-8")
    assert run("history", folder) == 1
    output, error = capsys.readouterr()
    assert "Cumbria" in output
    assert "bad.json" in error
    assert run("history", folder / "bad.json") == 2
    assert "nothing was read" in capsys.readouterr().err


def test_letters_without_dates_codes_or_names_have_a_history(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Dear Mr Fenn", encoding="utf-8")
    assert run("history", tmp_path) == 0
    shown = capsys.readouterr().out
    assert "Unknown authority" in shown
    assert "no date" in shown
    assert "is not known; it is last" in " ".join(shown.split())


def test_the_same_area_of_several_reports_is_named_once(folder: Path, capsys: Captured) -> None:
    assert run("history", folder, "--authority", "909") == 0
    assert capsys.readouterr().out.count("Leadership") == 1


def test_the_category_of_a_compared_finding_is_dimmed_and_its_text_is_not() -> None:
    comparison = im.compare(record(2019, dfe="999", rank=4), record(2022, dfe="999", rank=2))
    parts = Console(width=100, force_terminal=True, color_system="standard").render(
        comparison_view(comparison)
    )
    dimmed = {part.text.strip(): bool(part.style and part.style.dim) for part in parts if part.text.strip()}
    assert dimmed["Area for improvement"]
    assert not dimmed["N2022."]
    assert not dimmed["Plans are late."]


def test_a_folder_is_not_an_output(folder: Path, capsys: Captured) -> None:
    for command in (("history", folder), ("compare", folder / "a.json", folder / "b.json")):
        assert run(*command, "--format", "json", "-o", folder) == 2
        assert f"{folder} is a folder; name a file after -o" in capsys.readouterr().err


def test_the_output_hidden_files_and_descriptions_of_tables_are_not_inputs(
    folder: Path, capsys: Captured
) -> None:
    (folder / ".hidden.txt").write_text("not read", encoding="utf-8")
    (folder / "rows.csv.datapackage.json").write_text("{}", encoding="utf-8")
    for _ in range(2):
        assert run("history", folder, "-o", folder / "histories.jsonl") == 0
    written = [im.loads(line) for line in (folder / "histories.jsonl").read_bytes().splitlines()]
    assert [len(history.inspections) for history in written if isinstance(history, im.History)] == [1, 2]
    assert run("history", folder, "-o", folder / "histories.json") == 2
    assert "would hold several histories; use a .jsonl file" in capsys.readouterr().err

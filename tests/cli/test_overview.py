"""The names of files in the table of many documents."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from inspection_model.cli.overview import Outcome, overview

PDF = "wenmouth-2023-03-28-focused-visit.pdf"


def shown(*names: str, width: int) -> list[str]:
    """Return the lines of the table of documents at a width."""
    console = Console(file=io.StringIO(), width=width, legacy_windows=False)
    console.print(overview([Outcome(name=name, authority="Wenmouth", findings=3) for name in names]))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("width", [72, 80, 100, 119, 120, 140])
def test_a_long_name_is_cut_in_its_middle(width: int) -> None:
    lines = shown(PDF, PDF.replace("pdf", "txt"), "\u6e2f" * 40 + ".pdf", width=width)
    assert all(cell_len(line) <= width for line in lines)
    rows = [line.split()[0] for line in lines if "Wenmouth" in line and "…" in line]
    assert all(row.endswith((".pdf", ".txt")) for row in rows)
    assert rows
    assert len(set(rows)) == len(rows)
    if width == 72:
        assert [row[-4:] for row in rows] == [".pdf", ".txt", ".pdf"]
        assert all(row.startswith(("wenm", "\u6e2f\u6e2f")) for row in rows)


def test_a_name_that_fits_is_not_cut() -> None:
    assert any(line.split()[:1] == [PDF] for line in shown(PDF, "a.txt", width=100))
    assert not any("…" in line for line in shown(PDF, "a.txt", width=100))

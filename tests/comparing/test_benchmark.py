"""The table of the documentation is what the benchmark of `compare()` prints."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.mark.nightly
def test_the_table_of_the_documentation_is_up_to_date() -> None:
    report = runpy.run_path(str(FOLDER / "comparing.py"))["report"]
    assert (FOLDER / "comparing.md").read_text(encoding="utf-8") == report()

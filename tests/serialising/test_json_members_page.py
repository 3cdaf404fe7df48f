"""The page of JSON members is up to date."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs/reference"


def test_the_page_is_what_its_program_makes() -> None:
    made = runpy.run_path(str(DOCS / "make_json_members.py"))["page"]()
    assert (DOCS / "json-members.md").read_text(encoding="utf-8") == made

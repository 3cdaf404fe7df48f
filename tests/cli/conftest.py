"""Letters on disk for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_letters import BARE, LETTER, Terminal


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with two remarks: an authority of no register, and a count that is not that of the list."""
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A letter with one remark: an authority of no register."""
    file = tmp_path / "bare.txt"
    file.write_text(BARE, encoding="utf-8")
    return file


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A way to make the standard streams a terminal's."""
    return Terminal(monkeypatch)

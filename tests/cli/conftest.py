"""Letters on disk for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_letters import BARE, LETTER, Terminal


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with two remarks: an unregistered authority, and a count that differs from the list."""
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A letter with one remark: an unregistered authority."""
    file = tmp_path / "bare.txt"
    file.write_text(BARE, encoding="utf-8")
    return file


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Makes standard streams look like terminals."""
    return Terminal(monkeypatch)

"""The script that checks the regular expressions of the package reaches all of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts/check_patterns.py"

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(not (ROOT / "src").exists(), reason="the script reads the sources"),
]


def listed(script: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(script), "--list"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_pattern_of_the_package_is_compiled_by_the_script() -> None:
    """It fails for a call of a function of `re` that its exercises do not reach."""
    result = listed(SCRIPT)
    assert result.returncode == 0, result.stderr
    assert "reading.grammar.contacts._NET: finditer" in result.stdout.splitlines()


def test_a_pattern_that_is_not_compiled_is_named(tmp_path: Path) -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    site = '        im.write_site([reading], Path(folder, "site"))\n'
    assert site in text
    text = text.replace(site, "        pass\n")
    copy = tmp_path / SCRIPT.name
    copy.write_text(text.replace("Path(__file__).parents[1]", f"Path({str(ROOT)!r})"), encoding="utf-8")
    result = listed(copy)
    assert result.returncode == 1
    assert "site.slugs, line" in result.stderr
    assert "this pattern was not compiled; extend exercise() so that it is" in result.stderr

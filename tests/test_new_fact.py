"""A fact of an existing type is added in the model and in a framework's file, and nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import inspection_model

PACKAGE = Path(inspection_model.__file__).parent

_FIELD = """
    theme: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
"""
_FACT = """
[[fact]]
name = "theme"
type = "text"
to = "/theme"
phrases = ["The theme of the visit was {theme}"]
"""
_USE = r"""
import inspection_model as im
from hypothesis import find
from inspection_model import strategies

text = open("letter.txt", encoding="utf-8").read()
sentence = "The theme of the visit was young carers."
reading = im.read_letter(text.replace("\n\nOverview\n", "\n\n" + sentence + "\n\nOverview\n", 1))
inspection = reading.inspection
assert inspection.theme == "young carers", inspection
assert reading.quote("/theme") == "young carers"
assert im.read_letter(im.render_text(inspection)).inspection.theme == "young carers"
assert "**Theme:** young carers" in im.render_markdown(inspection)
assert "young carers" in im.render_html(inspection)
assert im.loads(im.dumps(inspection)) == inspection
assert find(strategies.inspections(), lambda drawn: drawn.theme is not None).theme
print("added")
"""


def test_a_new_text_fact_needs_the_model_and_a_framework_only(tmp_path: Path) -> None:
    copy = tmp_path / "src" / PACKAGE.name
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    model = copy / "model" / "inspection.py"
    before = "    publication: Publication | None = attrs.field("
    source = model.read_text(encoding="utf-8")
    assert source.count(before) == 1
    model.write_text(source.replace(before, f"{_FIELD.lstrip(chr(10))}{before}"), encoding="utf-8")
    framework = copy / "frameworks" / "data" / "ofsted-focused-visit.toml"
    framework.write_text(framework.read_text(encoding="utf-8") + _FACT, encoding="utf-8")
    letter = Path(__file__).parent / "reading" / "letters" / "otterford-2019.txt"
    shutil.copy(letter, tmp_path / "letter.txt")
    done = subprocess.run(
        [sys.executable, "-c", _USE],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("added\n", 0), done.stderr

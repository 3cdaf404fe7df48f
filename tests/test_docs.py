"""The documentation is true: its examples give the output they show, its links lead somewhere."""

from __future__ import annotations

import contextlib
import inspect
import io
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import inspection_model as im
from documentation import PAGES, README, ROOT, Block, blocks
from inspection_model import Category, DueUnit, RemarkCode, model, shipped_frameworks
from inspection_model.frameworks import loading
from inspection_model.serialising import fast

EVERY_PAGE = [README, ROOT / "SECURITY.md", *PAGES]
WITH_EXAMPLES = [
    page for page in EVERY_PAGE if any(block.language in ("python", "console") for block in blocks(page))
]
SHOWN = ("text", "output", "markdown")
INDEX = re.compile(r"\[[0-9]+\]")
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample letters, as a reader of the documentation has it."""
    monkeypatch.setattr(fast, "enabled", fast.enabled)  # one example switches it off
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_python(block: Block, page: Path, names: dict[str, Any]) -> str:
    """Run an example where the page's earlier ones have left off; give what it prints."""
    # The lines keep their numbers, so that a failure names the line of the page.
    code = compile("\n" * (block.line - 1) + block.text, str(page), "exec", dont_inherit=True)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)  # noqa: S102  # the examples of our own pages
    return printed.getvalue()


def run_console(block: Block) -> str:
    """Run the commands of a console block; give the block as it really looks."""
    seen = ""
    for line in block.text.splitlines():
        if line.startswith("$ "):
            program, _, arguments = line[2:].partition(" ")
            assert program == "inspection-model"
            start = "import sys; from inspection_model.cli import main; sys.exit(main())"
            command = [sys.executable, "-c", start, *arguments.split()]
            done = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
            )
            seen += f"{line}\n{done.stdout}"
    return seen


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name_of)
@pytest.mark.usefixtures("workplace")
def test_every_example_gives_the_output_that_is_printed_below_it(page: Path) -> None:
    names: dict[str, Any] = {"__name__": "documentation_example"}
    found = list(blocks(page))
    for block, below in zip(found, [*found[1:], None], strict=True):
        if block.language == "python":
            shown = below.text if below is not None and below.language in SHOWN else ""
            assert run_python(block, page, names) == shown
        elif block.language == "toml":
            tomllib.loads(block.text)
        elif block.language == "console":
            assert run_console(block) == block.text


def test_there_are_pages_with_examples() -> None:
    assert README in WITH_EXAMPLES
    assert len(WITH_EXAMPLES) > 6


@pytest.mark.parametrize("page", EVERY_PAGE, ids=name_of)
def test_every_link_between_pages_leads_to_a_file_and_a_heading(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), f"{name_of(page)}: no {path}"
        if anchor:
            assert anchor in anchors(file), f"{name_of(page)}: no heading #{anchor} in {path}"


def anchors(page: Path) -> set[str]:
    """Give the anchors of a page's headings, as MyST and GitHub make them."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
        words = re.sub(r"[^\w\- ]", "", heading.lower())
        found.add(words.replace(" ", "-"))
    return found


def headings(page: Path) -> set[str]:
    return set(re.findall(r"^## `(.+)`$", page.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_page_of_remark_codes_has_an_entry_for_each_code_and_no_other() -> None:
    assert headings(ROOT / "docs/reference/remark-codes.md") == {code.value for code in RemarkCode}


def test_the_page_of_frameworks_names_every_key(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs/reference/frameworks.md").read_text(encoding="utf-8")
    asked: set[str] = set()
    take = loading._Table._take

    def noted(table: loading._Table, key: str) -> object:
        asked.add(INDEX.sub("", table._path) + key)
        return take(table, key)

    monkeypatch.setattr(loading._Table, "_take", noted)
    for file in (Path(im.__file__).parent / "frameworks/data").glob("*.toml"):
        loading.parse_framework(file.read_text(encoding="utf-8"), name=file.name)
    assert {"id", "section.headings", "section.meaning.since", "phrases.declared"} <= asked
    assert sorted(key for key in asked if f"| `{key}`" not in page) == []
    for value in [*Category, *DueUnit]:
        assert f"`{value}`" in page


def test_the_page_of_frameworks_names_every_framework_that_is_shipped() -> None:
    page = (ROOT / "docs/reference/frameworks.md").read_text(encoding="utf-8")
    for framework in shipped_frameworks():
        assert f"`{framework.id}`" in page


def test_the_page_of_the_data_model_has_every_class() -> None:
    page = (ROOT / "docs/reference/data-model.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall(r":members: (.+)", page))))
    assert named == set(model.__all__)


def test_the_page_of_python_names_has_every_function_of_the_facade() -> None:
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"autofunction:: [\w.]+\.(\w+)", page))
    functions = {name for name in im.__all__ if inspect.isfunction(getattr(im, name))}
    assert functions
    assert functions <= shown

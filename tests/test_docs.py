"""Tests that the examples of the documentation print the output shown below them and that its links work.

The Python examples of a page share their names and run in order, as one test: pytest-xdist may run two tests
of a page in different processes. That is why a plugin that makes a test of each example is not used.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

import inspection_model as im
from documentation import PAGES, README, ROOT, Block, blocks
from inspection_model import Category, DueUnit, RemarkCode, comparing, model, shipped_frameworks
from inspection_model.frameworks import tables
from inspection_model.frameworks.fact import FactType
from inspection_model.frameworks.lexicon import shared_facts
from inspection_model.serialising import fast

EVERY_PAGE = [README, ROOT / "SECURITY.md", *PAGES]
WITH_EXAMPLES = [
    page for page in EVERY_PAGE if any(block.language in ("python", "console") for block in blocks(page))
]
SHOWN = ("text", "output", "markdown")
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the sample letters to a temporary folder and make it the current folder."""
    monkeypatch.setattr(fast, "enabled", fast.enabled)  # one example disables it
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_python(block: Block, page: Path, names: dict[str, Any]) -> str:
    """Run a Python example and return what it prints; ``names`` has the names of the earlier examples."""
    # The blank lines make a traceback show the line numbers of the page.
    code = compile("\n" * (block.line - 1) + block.text, str(page), "exec", dont_inherit=True)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code, names)  # noqa: S102  # an example of the project's documentation
    return printed.getvalue()


def run_console(block: Block) -> str:
    """Run the commands of a console block and return the commands with their actual output."""
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
def test_every_example_prints_the_output_shown_below_it(page: Path) -> None:
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
def test_every_link_between_pages_has_an_existing_file_and_heading_as_target(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), f"{name_of(page)}: no {path}"
        if anchor:
            assert anchor in anchors(file), f"{name_of(page)}: no heading #{anchor} in {path}"


def anchors(page: Path) -> set[str]:
    """Return the anchors that MyST and GitHub generate for the headings of a page."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
        words = re.sub(r"[^\w\- ]", "", heading.lower())
        found.add(words.replace(" ", "-"))
    return found


def headings(page: Path) -> set[str]:
    return set(re.findall(r"^## `(.+)`$", page.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_page_of_remark_codes_has_one_entry_for_each_code() -> None:
    assert headings(ROOT / "docs/reference/remark-codes.md") == {code.value for code in RemarkCode}


def test_the_page_of_frameworks_names_every_key() -> None:
    page = (ROOT / "docs/reference/frameworks.md").read_text(encoding="utf-8")
    keys = {
        f"{path}.{field.encode_name}" if path else field.encode_name
        for path, table in tables.TABLES.items()
        for field in msgspec.structs.fields(table)
    } | {f"phrases.{fact.name}" for fact in shared_facts()}
    assert {"id", "section.headings", "section.meaning.since", "phrases.declared", "fact.to"} <= keys
    assert sorted(key for key in keys if f"| `{key}`" not in page) == []
    for value in [*Category, *DueUnit, *FactType]:
        assert f"`{value}`" in page


def test_the_page_of_frameworks_names_every_shipped_framework() -> None:
    page = (ROOT / "docs/reference/frameworks.md").read_text(encoding="utf-8")
    for framework in shipped_frameworks():
        assert f"`{framework.id}`" in page


def test_the_page_of_the_data_model_has_every_class() -> None:
    page = (ROOT / "docs/reference/data-model.md").read_text(encoding="utf-8")
    classes = {name for name in comparing.__all__ if inspect.isclass(getattr(comparing, name))}
    named = set(re.findall(r"autoclass:: inspection_model\.(\w+)", page))
    assert named == {*model.__all__, *classes}


def test_the_page_of_python_names_has_every_function_of_the_facade() -> None:
    page = (ROOT / "docs/reference/python.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"autofunction:: [\w.]+\.(\w+)", page))
    functions = {name for name in im.__all__ if inspect.isfunction(getattr(im, name))}
    assert functions
    assert functions <= shown


def documented_values(cls: type) -> Iterator[tuple[str, str]]:
    """Yield the names and the first docstring lines of the properties and members of a class."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    for statement, following in pairwise(body.body):
        match statement, following:
            case (ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text)))):
                yield f"{cls.__name__}.{name}", text.split("\n")[0]
    for name, value in vars(cls).items():
        if isinstance(value, property) and not name.startswith("_"):
            yield f"{cls.__name__}.{name}", (value.__doc__ or "").split("\n")[0]


def test_no_description_of_a_value_begins_with_what_sphinx_takes_for_a_type() -> None:
    public = [getattr(im, name) for name in im.__all__] + [FactType]
    found = dict(pair for cls in public if inspect.isclass(cls) for pair in documented_values(cls))
    assert {"Category.STRENGTH", "Inspection.id", "FactType.SUBJECTS"} <= found.keys()
    assert all(found.values())
    # In "Serious: act now", the extension napoleon takes "Serious" for the type.
    assert [name for name, line in found.items() if ":" in re.sub("`+[^`]*`+", "", line)] == []

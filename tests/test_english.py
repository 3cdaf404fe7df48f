"""Tests of the script that searches the code and the documentation for wordings to avoid."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "scripts/lint_english.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


lint = load()
WORDS = {re.compile(r"\bnobody\b"): "no one", re.compile(r"^Give\b", re.MULTILINE): "Return"}


def found_in(texts: list[tuple[int, str]]) -> list[tuple[int, str, str]]:
    return [find for text in texts for find in lint.finds(lint.Text(*text), WORDS)]


def test_comments_docstrings_and_messages_of_python_are_read() -> None:
    source = (
        '"""Module.\n\nOne line: nobody.\n"""\n'
        'x = 1  # nobody\ny = "nobody is here"\nz = "nobody"\nnobody = 2\n'
        'def f():\n    """Give nothing.\n\n    Not `nobody`, not ``nobody``.\n    """\n'
    )
    finds = found_in(list(lint.python_texts(source)))
    assert sorted(finds) == [
        (3, "nobody", "no one"),
        (5, "nobody", "no one"),
        (6, "nobody", "no one"),
        (10, "Give", "Return"),
    ]


def test_paragraphs_of_markdown_are_read_without_code() -> None:
    page = "# Nobody\n\nA line\nwith nobody, `nobody`.\n\n```python\nnobody = 1\n```\n\n- nobody\n"
    assert found_in(list(lint.markdown_texts(page))) == [(4, "nobody", "no one"), (10, "nobody", "no one")]


def test_a_wording_may_continue_on_the_next_line() -> None:
    (find, *_) = lint.finds(lint.Text(1, "A sentence that is\nno example."), lint.load_words())
    assert find == (1, "is no example", "is not a …")


@pytest.mark.parametrize(("texts", "status"), [(49, 1), (50, 0)])
def test_the_script_fails_above_the_allowed_share(
    texts: int, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nobody and nobody.\n\n" + "Text.\n\n" * (texts - 1), encoding="utf-8")
    assert lint.main([str(tmp_path)]) == status
    out = capsys.readouterr().out
    assert f'{page}:1: "nobody": better: ' in out
    assert out.endswith(f"documentation: 1 of {texts} texts have a wording to avoid\n")


def test_the_script_fails_without_a_file(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        lint.main([str(tmp_path)])

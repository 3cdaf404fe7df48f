"""Search the code and the documentation for wordings to avoid (``words_to_avoid.toml``).

    python scripts/lint_english.py [FILE_OR_FOLDER ...]

The default is ``src``, ``docs`` and ``README.md``. In Python files the script reads docstrings, comments and
messages (other strings that contain a space); in Markdown files it reads the paragraphs. It does not read
code blocks and inline code.

Prints the place, the text found and the better wording of each find. Exits with status 1 if more than 2 % of
the texts of the code, or of the documentation, have a find.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
WORDS = Path(__file__).with_name("words_to_avoid.toml")
ALLOWED_SHARE = 0.02

_FENCED = re.compile(r"^( *)(```+|~~~+).*?^\1\2`*~*$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_PARAGRAPH = re.compile(r"(?:.*\S.*\n?)+")


class Text(NamedTuple):
    """A text of a file and the number of its first line."""

    line: int
    text: str


class Find(NamedTuple):
    """A wording to avoid: its line, the words found and the wording to use instead."""

    line: int
    found: str
    better: str


def load_words(path: Path = WORDS) -> dict[re.Pattern[str], str]:
    """Return the patterns to search for, with the better wording of each."""
    words: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    flags = re.MULTILINE
    return {re.compile(pattern.replace(" ", r"\s+"), flags): better for pattern, better in words.items()}


def python_texts(source: str) -> Iterator[Text]:
    """Yield the comments, docstrings and messages of a Python file."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield Text(token.start[0], token.string.lstrip("# "))
    tree = ast.parse(source)
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node in docstrings:
                # As in Markdown, an indented line is not code: the sections of a docstring are indented.
                yield Text(node.lineno, "\n".join(line.strip() for line in node.value.split("\n")))
            elif " " in node.value.strip():
                yield Text(node.lineno, node.value)


def markdown_texts(page: str) -> Iterator[Text]:
    """Yield the paragraphs of a Markdown file, without its code blocks."""
    page = _FENCED.sub(_blank, page)
    for match in _PARAGRAPH.finditer(page):
        yield Text(page.count("\n", 0, match.start()) + 1, match[0])


def finds(text: Text, words: dict[re.Pattern[str], str]) -> list[Find]:
    """Return the wordings to avoid in a text, outside inline code."""
    prose = _INLINE.sub(_blank, text.text)
    return [
        Find(text.line + prose.count("\n", 0, match.start()), " ".join(match[0].split()), better)
        for pattern, better in words.items()
        for match in pattern.finditer(prose)
    ]


def _blank(code: re.Match[str]) -> str:
    """Replace code by a placeholder with the same number of lines."""
    return "…" + "\n" * code[0].count("\n")


def check(files: list[Path], kind: str, words: dict[re.Pattern[str], str]) -> bool:
    """Print the finds in files and their share of the texts.

    Args:
        files: The files to read, all of them Python or all of them Markdown.
        kind: What the files are called in the last line of the output.
        words: The patterns to search for.

    Returns:
        Whether the share is allowed.
    """
    texts = affected = 0
    for file in files:
        read = python_texts if file.suffix == ".py" else markdown_texts
        for text in read(file.read_text(encoding="utf-8")):
            found = finds(text, words)
            texts += 1
            affected += bool(found)
            for line, words_found, better in found:
                sys.stdout.write(f'{file}:{line}: "{words_found}": better: {better}\n')
    sys.stdout.write(f"{kind}: {affected} of {texts} texts have a wording to avoid\n")
    return affected <= ALLOWED_SHARE * texts


def main(arguments: list[str]) -> int:
    """Check the given files and folders and return the exit status."""
    files: list[Path] = []
    for path in map(Path, arguments or (str(ROOT / name) for name in ("src", "docs", "README.md"))):
        files += sorted(path.rglob("*")) if path.is_dir() else [path]
    words = load_words()
    code = [file for file in files if file.suffix == ".py"]
    pages = [file for file in files if file.suffix == ".md" and "_build" not in file.parts]
    if not (code or pages):
        raise SystemExit("no Python or Markdown file to check")
    return int(not all([check(code, "code", words), check(pages, "documentation", words)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

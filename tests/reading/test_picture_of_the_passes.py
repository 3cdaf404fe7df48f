"""The picture in the documentation shows the passes and the extractors that the reader calls."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree

from inspection_model.reading import reader

_PICTURE = Path(__file__).parents[2] / "docs" / "explanation" / "passes.svg"
_SVG = "{http://www.w3.org/2000/svg}"


def _shown(kind: str) -> list[str]:
    texts = ElementTree.parse(_PICTURE).iter(f"{_SVG}text")  # noqa: S314  # a file of this project
    return [text.text or "" for text in texts if text.get("class") == kind]


def _called(function: str) -> list[str]:
    """Return the functions of the package that a function of the reader calls, in order."""
    tree = ast.parse(Path(reader.__file__).read_text(encoding="utf-8"))
    body = next(
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == function
    )
    calls = [node.func for node in ast.walk(body) if isinstance(node, ast.Call)]
    names = [call for call in calls if isinstance(call, ast.Name)]
    return [call.id for call in sorted(names, key=lambda call: (call.lineno, -call.col_offset))]


def test_the_picture_shows_the_passes_in_their_order() -> None:
    passes = _shown("pass")
    assert len(passes) == 4
    assert [name for name in _called("read_letter") if name in passes] == passes


def test_the_picture_shows_every_extractor_in_the_order_of_the_calls() -> None:
    assert _called("_extract") == _shown("extractor")

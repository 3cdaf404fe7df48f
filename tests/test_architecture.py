"""The modules of the package import in one direction, and none of them imports the façade.

The import statements are read, not run: those in the bodies of functions and under
`if TYPE_CHECKING:` count like all others.
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspection_model

PACKAGE = "inspection_model"
ROOT = Path(inspection_model.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")

# From the lowest layer to the highest. Parts of one layer are siblings: they do not know each other.
LAYERS = (
    frozenset({"errors", "vocabulary"}),
    frozenset({"model"}),
    frozenset({"frameworks", "registers"}),
    frozenset({"checking"}),
    frozenset({"reading", "rendering", "serialising"}),
    frozenset({"strategies"}),  # a letter as a strategy is one that is rendered, and damaged
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
HEIGHT = {part: height for height, parts in enumerate(LAYERS) for part in parts}


def module_name(path: Path) -> str:
    """Give the dotted name of a module; that of a package ends with ``__init__``."""
    return ".".join((PACKAGE, *path.relative_to(ROOT).with_suffix("").parts))


def imported(tree: ast.AST, module: str) -> Iterator[tuple[int, str]]:
    """Give the line and the absolute name of everything that a module imports."""
    package = module.rpartition(".")[0]
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=name, level=level, names=names):
                home = importlib.util.resolve_name(f"{'.' * level}{name or ''}", package)
                # What is taken from the package itself is a part of it, or a name of the façade.
                parts = {alias.name for alias in names} & HEIGHT.keys() if home == PACKAGE else set[str]()
                yield from ((node.lineno, f"{PACKAGE}.{part}") for part in sorted(parts))
                if len(parts) < len(names):
                    yield node.lineno, home
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__")
                | ast.Attribute(attr="import_module" | "__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield node.lineno, importlib.util.resolve_name(name, package)


def violations(source: str, module: str) -> list[str]:
    """Say which imports of a module go up, sideways, to the façade, or to a part without a layer."""
    own = module.split(".")[1]
    found: list[str] = []
    for line, name in imported(ast.parse(source), module):
        parts = name.split(".")
        if parts[0] != PACKAGE:
            continue
        where = f"{module}:{line} imports {name}"
        if len(parts) == 1:
            found.append(f"{where}: the façade")
        elif parts[1] not in HEIGHT:
            found.append(f"{where}: no layer")
        elif parts[1] != own and HEIGHT[parts[1]] == HEIGHT[own]:
            found.append(f"{where}: a sibling")
        elif HEIGHT[parts[1]] > HEIGHT[own]:
            found.append(f"{where}: a step back")
    return found


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40


def test_every_part_of_the_package_has_a_layer_and_every_layer_its_parts() -> None:
    assert {path.relative_to(ROOT).parts[0].removesuffix(".py") for path in MODULES} == set(HEIGHT)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_imports_only_from_the_layers_below_it(path: Path) -> None:
    assert violations(path.read_text(encoding="utf-8"), module_name(path)) == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("model.visit", "from inspection_model.reading import read_letter", "a step back"),
        ("model.visit", "import inspection_model.frameworks.loading", "a step back"),
        ("errors", "import json, inspection_model.model", "a step back"),
        ("checking", "def f():\n    from inspection_model.cli import main", "a step back"),
        ("registers.authorities", "import_module('inspection_model.checking')", "a step back"),
        ("registers.authorities", "importlib.import_module('inspection_model.checking')", "a step back"),
        ("registers.authorities", "__import__('inspection_model.checking')", "a step back"),
        ("frameworks.loading", "from ..reading.dates import x", "a step back"),
        ("frameworks.loading", "if TYPE_CHECKING:\n    from inspection_model.cli import x", "a step back"),
        ("reading.letter", "from inspection_model.rendering import render_text", "a sibling"),
        ("rendering.__init__", "async def f():\n    import inspection_model.serialising", "a sibling"),
        ("frameworks.loading", "from inspection_model.registers import authorities", "a sibling"),
        ("errors", "class C:\n    from inspection_model.vocabulary import Category", "a sibling"),
        ("cli.commands", "from inspection_model import dumps", "the façade"),
        ("cli.commands", "import inspection_model as im", "the façade"),
        ("cli.__init__", "from .. import loads", "the façade"),
        ("cli.commands", "from inspection_model import model, loads", "the façade"),
        ("cli.commands", "from inspection_model import *", "the façade"),
        ("model.visit", "from inspection_model import errors, reading", "a step back"),
        ("cli.commands", "from inspection_model.elsewhere import x", "no layer"),
    ],
)
def test_a_planted_violation_is_found(module: str, source: str, fault: str) -> None:
    (found,) = violations(source, f"{PACKAGE}.{module}")
    assert found.startswith(f"{PACKAGE}.{module}:")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.visit", "import attrs\nfrom inspection_model.errors import InvalidValueError"),
        ("model.visit", "from inspection_model.model import fields\nfrom . import fields"),
        ("reading.letter", "from inspection_model.checking import check\nfrom ..registers import x"),
        ("cli.commands", "from inspection_model import model, errors\nfrom .. import reading"),
        ("cli.commands", "import inspection_model.rendering.html\nimport_module(name)"),
        ("reading.pdf", "# import inspection_model.cli\n'import inspection_model.cli'"),
    ],
)
def test_what_goes_down_or_leaves_the_package_is_allowed(module: str, source: str) -> None:
    assert violations(source, f"{PACKAGE}.{module}") == []

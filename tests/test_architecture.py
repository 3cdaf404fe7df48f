"""Tests that the modules of the package import in one direction only.

The tests parse the modules and do not run them, so they also find imports in function bodies and under
``if TYPE_CHECKING:``. A string that names a module, such as the argument of ``pkgutil.resolve_name()``,
counts as an import of that module, unless it is a docstring.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

import inspection_model

ROOT = Path(inspection_model.__file__).parent


@attrs.frozen
class Architecture:
    """The layers of a package, from the lowest to the highest.

    A part is a module or a folder of the package. It may import parts of lower layers. Two parts of one
    layer may not import each other, and no part may import the package itself. Only the ``__init__.py`` of
    the package may import everything.
    """

    package: str
    layers: tuple[frozenset[str], ...]

    @property
    def heights(self) -> dict[str, int]:
        """The index of the layer of each part."""
        return {part: height for height, parts in enumerate(self.layers) for part in parts}

    @property
    def folder(self) -> Path:
        """The folder of the package."""
        return ROOT.joinpath(*self.package.split(".")[1:])

    @property
    def modules(self) -> list[Path]:
        """The files of all modules of the package, without its own ``__init__.py``."""
        return sorted(path for path in self.folder.rglob("*.py") if path != self.folder / "__init__.py")

    @property
    def parts(self) -> set[str]:
        """The names of the parts that exist."""
        return {path.relative_to(self.folder).parts[0].removesuffix(".py") for path in self.modules}


def layers(*names: str) -> tuple[frozenset[str], ...]:
    """Return the layers for the names of their parts, separated by spaces."""
    return tuple(frozenset(layer.split()) for layer in names)


PACKAGE = Architecture(
    "inspection_model",
    layers(
        "errors regular_file spreadsheets vocabulary",
        "model",
        "frameworks registers",
        "comparing judgement_checks",  # its records are written as JSON
        "checking",
        "reading rendering serialising",
        "tables",  # they are made of JSON Lines and, for engines, of files
        "site strategies",  # its pages, tables and records are rendered; strategies draw letters
        "cli",
        "__main__",
    ),
)
READING = Architecture(
    "inspection_model.reading",
    layers(
        "arguments grammar",
        "layout",
        "judgement_table",
        "judgement_sentences",
        "front_matter",
        "openers recognition row_headings table_rows",
        "aside_blocks",
        "letter_blocks report_blocks",
        "follow_up",
        "segmentation",
        "passages",
        "builder",
        "parts",
        "reader",
        "files",
    ),
)


def module_name(path: Path) -> str:
    """Return the dotted name of a module; the name of a package ends with ``__init__``."""
    return ".".join((ROOT.name, *path.relative_to(ROOT).with_suffix("").parts))


def imported(tree: ast.AST, module: str, architecture: Architecture) -> Iterator[tuple[int, str]]:
    """Yield the line and the absolute name of everything that a module imports."""
    package = module.rpartition(".")[0]
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=name, level=level, names=names):
                home = importlib.util.resolve_name(f"{'.' * level}{name or ''}", package)
                # A name that is imported from the package itself is a part of it or a public name.
                parts = {alias.name for alias in names if home == architecture.package}
                parts &= architecture.heights.keys()
                yield from ((node.lineno, f"{home}.{part}") for part in sorted(parts))
                if len(parts) < len(names):
                    yield node.lineno, home
            case ast.Call(
                func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ) if name.startswith("."):
                yield node.lineno, importlib.util.resolve_name(name, package)
            case ast.Constant(value=str(text)) if node not in docstrings:
                named = re.match(rf"{re.escape(architecture.package)}\.(\w+)", text)
                if named and named[1] in architecture.heights:
                    yield node.lineno, named[0]


def violations(source: str, module: str, architecture: Architecture = PACKAGE) -> list[str]:
    """Describe each forbidden import of a module of the package.

    Args:
        source: The source of the module.
        module: Its dotted name.
        architecture: The package that the module belongs to, and its layers.

    Returns:
        One text for each import of a higher layer, of a sibling (a part of the same layer), of the package
        itself or of a part that has no layer; and one if the module itself has no layer.
    """
    prefix = f"{architecture.package}."
    heights = architecture.heights
    own = module.removeprefix(prefix).split(".")[0]
    if own not in heights:
        return [f"{module}: has no layer"]
    found: list[str] = []
    for line, name in imported(ast.parse(source), module, architecture):
        part = name.removeprefix(prefix).split(".")[0]
        where = f"{module}:{line} imports {name}"
        if name == architecture.package:
            found.append(f"{where}: the package itself")
        elif not name.startswith(prefix) or part == own:
            continue
        elif part not in heights:
            found.append(f"{where}: no layer")
        elif heights[part] == heights[own]:
            found.append(f"{where}: a sibling")
        elif heights[part] > heights[own]:
            found.append(f"{where}: a higher layer")
    return found


def test_the_package_has_modules() -> None:
    assert len(PACKAGE.modules) > 40


def test_every_part_of_the_package_has_a_layer_and_every_layer_exists() -> None:
    assert set(PACKAGE.heights) == PACKAGE.parts


@pytest.mark.parametrize("path", PACKAGE.modules, ids=module_name)
def test_a_module_imports_only_lower_layers(path: Path) -> None:
    assert violations(path.read_text(encoding="utf-8"), module_name(path)) == []


def test_every_part_of_reading_has_a_layer_and_imports_only_lower_layers() -> None:
    assert set(READING.heights) == READING.parts
    for path in READING.modules:
        assert violations(path.read_text(encoding="utf-8"), module_name(path), READING) == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("model.visit", "from inspection_model.reading import read_letter", "a higher layer"),
        ("model.visit", "import inspection_model.frameworks.loading", "a higher layer"),
        ("errors", "import json, inspection_model.model", "a higher layer"),
        ("checking", "def f():\n    from inspection_model.cli import main", "a higher layer"),
        ("cli.commands", "from inspection_model.__main__ import main", "a higher layer"),
        ("registers.authorities", "import_module('inspection_model.checking')", "a higher layer"),
        ("registers.authorities", "importlib.import_module('inspection_model.checking')", "a higher layer"),
        ("registers.authorities", "importlib.import_module('..checking')", "a higher layer"),
        ("registers.authorities", "__import__('inspection_model.checking')", "a higher layer"),
        ("model.pickling", "resolve_name('inspection_model.serialising.pickling:reduced')", "a higher layer"),
        (
            "model.pickling",
            "_P = 'inspection_model.serialising.pickling'\nf(f'{_P}:reduced')",
            "a higher layer",
        ),
        ("model.pickling", "def f():\n    g(f'inspection_model.serialising.{name}')", "a higher layer"),
        ("model.pickling", "NAMES = {'dumps': 'inspection_model.serialising'}", "a higher layer"),
        ("rendering.text", "resolve_name('inspection_model.serialising:dumps')", "a sibling"),
        ("frameworks.loading", "from ..reading.grammar.dates import x", "a higher layer"),
        ("frameworks.loading", "if TYPE_CHECKING:\n    from inspection_model.cli import x", "a higher layer"),
        ("reading.reader", "from inspection_model.rendering import render_text", "a sibling"),
        ("rendering.__init__", "async def f():\n    import inspection_model.serialising", "a sibling"),
        ("frameworks.loading", "from inspection_model.registers import authorities", "a sibling"),
        ("errors", "class C:\n    from inspection_model.vocabulary import Category", "a sibling"),
        ("cli.commands", "from inspection_model import dumps", "the package itself"),
        ("cli.commands", "import inspection_model as im", "the package itself"),
        ("cli.__init__", "from .. import loads", "the package itself"),
        ("cli.commands", "from inspection_model import model, loads", "the package itself"),
        ("cli.commands", "from inspection_model import *", "the package itself"),
        ("model.visit", "from inspection_model import errors, reading", "a higher layer"),
        ("cli.commands", "from inspection_model.elsewhere import x", "no layer"),
    ],
)
def test_a_planted_violation_is_found(module: str, source: str, fault: str) -> None:
    (found,) = violations(source, f"inspection_model.{module}")
    assert found.startswith(f"inspection_model.{module}:")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.visit", "import attrs\nfrom inspection_model.errors import InvalidValueError"),
        ("model.visit", "from inspection_model.model import fields\nfrom . import fields"),
        ("reading.reader", "from inspection_model.checking import check\nfrom ..registers import x"),
        ("cli.commands", "from inspection_model import model, errors\nfrom .. import reading"),
        ("cli.commands", "import inspection_model.rendering.html\nimport_module(name)"),
        ("cli.commands", "resolve_name('inspection_model.serialising:dumps')"),
        ("reading.reader", "# import inspection_model.cli\n'import inspection_model.cli'"),
        (
            "reading.reader",
            "'''inspection_model.cli is above.'''\nx = 1\n'''inspection_model.cli, too.'''",
        ),
        ("reading.reader", "x = 'inspection_model.toml'"),
    ],
)
def test_an_import_of_a_lower_layer_or_of_another_package_is_allowed(module: str, source: str) -> None:
    assert violations(source, f"inspection_model.{module}") == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("layout.lines", "from inspection_model.reading.parts import head", "a higher layer"),
        ("layout.lines", "from inspection_model.reading.files.pdf import x", "a higher layer"),
        ("grammar.dates", "from ..parts.head import x", "a higher layer"),
        ("grammar.dates", "from inspection_model.reading import files", "a higher layer"),
        ("parts.head", "from inspection_model.reading.reader import read_letter", "a higher layer"),
        ("reader", "resolve_name('inspection_model.reading.files:read_letters')", "a higher layer"),
        ("recognition", "from . import segmentation", "a higher layer"),
        ("files.pdf", "from inspection_model.reading import read_letter", "the package itself"),
        ("files.pdf", "from inspection_model.reading.elsewhere import x", "no layer"),
        ("elsewhere", "", "has no layer"),
    ],
)
def test_a_planted_violation_inside_reading_is_found(module: str, source: str, fault: str) -> None:
    (found,) = violations(source, f"inspection_model.reading.{module}", READING)
    assert found.startswith(f"inspection_model.reading.{module}:")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("layout.lines", "from inspection_model.reading.grammar.dates import x\nfrom . import bullets"),
        ("files.pdf", "from inspection_model.reading import reader\nimport inspection_model.errors"),
        ("parts.head", "from ..builder import InspectionBuilder\nfrom inspection_model.model import Person"),
    ],
)
def test_an_import_of_a_lower_layer_inside_reading_is_allowed(module: str, source: str) -> None:
    assert violations(source, f"inspection_model.reading.{module}", READING) == []

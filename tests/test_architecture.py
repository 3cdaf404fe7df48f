"""The modules of the package import only from the layers below them.

The test parses the modules and does not run them. So it also sees imports in the bodies of functions,
under ``if TYPE_CHECKING:``, and by name at run time, such as ``resolve_name("inspection_model.model:Visit")``.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

import inspection_model

ROOT = Path(inspection_model.__file__).parent


@dataclass(frozen=True)
class Layers:
    """The layers of a package.

    Attributes:
        package: The dotted name of the package. Its ``__init__`` may import anything, and no module
            of the package may import it.
        names: For each layer, from the lowest to the highest, its modules and subpackages, separated
            by spaces. Those of one layer do not import each other.
    """

    package: str
    names: tuple[str, ...]

    @cached_property
    def heights(self) -> dict[str, int]:
        """The number of the layer of each module and subpackage."""
        return {name: height for height, layer in enumerate(self.names) for name in layer.split()}

    @property
    def folder(self) -> Path:
        """The folder of the package."""
        return ROOT.joinpath(*self.package.split(".")[1:])

    def modules(self) -> dict[str, Path]:
        """Return the files of all modules of the package by name, without its own ``__init__``."""
        files = sorted(self.folder.rglob("*.py"))
        return {module_name(file): file for file in files if file != self.folder / "__init__.py"}

    def member(self, name: str) -> str:
        """Return the module or subpackage that a dotted name begins with, or "" for the package."""
        return name.removeprefix(self.package).lstrip(".").partition(".")[0]

    def violations(self, source: str, module: str) -> list[str]:
        """Return the imports of a module that are not from a layer below its own."""
        own = self.member(module)
        if own not in self.heights:
            return [f"{module}: not in a layer"]
        found: list[str] = []
        for line, name in imported(source, module):
            other = self.member(name)
            if not f"{name}.".startswith(f"{self.package}.") or other == own:
                continue
            if other not in self.heights:
                found.append(f"{module}:{line} imports {name}: not in a layer")
            elif self.heights[other] == self.heights[own]:
                found.append(f"{module}:{line} imports {name}: the same layer")
            elif self.heights[other] > self.heights[own]:
                found.append(f"{module}:{line} imports {name}: a higher layer")
        return found


WHOLE = Layers(
    package="inspection_model",
    names=(
        "errors vocabulary",
        "model",
        "frameworks registers",
        "checking",
        "reading rendering serialising",
        "strategies",  # the strategy of letters renders a record and damages the text
        "cli",
    ),
)
READING = Layers(
    package="inspection_model.reading",
    names=(
        "layout",
        "grammar",
        "passages",
        "builder",
        "parts",
        "recognition segmentation",
        "reader",
        "files",
    ),
)

_NAME = re.compile(r"inspection_model(?:\.\w+)*(?=[.:]|\Z)")


def module_name(file: Path) -> str:
    """Return the dotted name of a module; that of a package ends with ``__init__``."""
    return ".".join((ROOT.name, *file.relative_to(ROOT).with_suffix("").parts))


def imported(source: str, module: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the absolute name of each import of a module.

    A string that begins with the name of the package, docstrings aside, counts as an import of what it
    names, because a function such as `pkgutil.resolve_name` may get it. This includes the parts of an
    f-string.
    """
    package = module.rpartition(".")[0]
    tree = ast.parse(source)
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=name, level=level, names=names):
                origin = importlib.util.resolve_name(f"{'.' * level}{name or ''}", package)
                yield from ((node.lineno, f"{origin}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Name() | ast.Attribute(), args=[ast.Constant(value=str(text)), *_]) if (
                text.startswith(".") and "import_module" in ast.unparse(node.func)
            ):
                yield node.lineno, importlib.util.resolve_name(text, package)
            case ast.Constant(value=str(text)) if node not in docstrings and (name := _NAME.match(text)):
                yield node.lineno, name[0]


@pytest.mark.parametrize("layers", [WHOLE, READING], ids=lambda layers: layers.package)
def test_every_module_is_in_a_layer_and_every_name_in_a_layer_is_a_module(layers: Layers) -> None:
    modules = layers.modules()
    assert len(modules) > 20
    assert {layers.member(module) for module in modules} == set(layers.heights)


@pytest.mark.parametrize("module", WHOLE.modules())
def test_a_module_imports_only_from_the_layers_below_it(module: str) -> None:
    assert WHOLE.violations(WHOLE.modules()[module].read_text(encoding="utf-8"), module) == []


@pytest.mark.parametrize("module", READING.modules())
def test_a_module_of_the_reader_imports_only_from_the_layers_below_it(module: str) -> None:
    assert READING.violations(READING.modules()[module].read_text(encoding="utf-8"), module) == []


HIGHER, SAME, NO_LAYER = "a higher layer", "the same layer", "not in a layer"


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("model.visit", "from inspection_model.reading import read_letter", HIGHER),
        ("model.visit", "import inspection_model.frameworks.loading", HIGHER),
        ("model.visit", "from inspection_model import errors, reading", HIGHER),
        ("errors", "import json, inspection_model.model", HIGHER),
        ("checking", "def f():\n    from inspection_model.cli import main", HIGHER),
        ("frameworks.loading", "from ..reading.dates import x", HIGHER),
        ("frameworks.loading", "if TYPE_CHECKING:\n    from inspection_model.cli import x", HIGHER),
        ("reading.letter", "from inspection_model.rendering import render_text", SAME),
        ("rendering.__init__", "async def f():\n    import inspection_model.serialising", SAME),
        ("frameworks.loading", "from inspection_model.registers import authorities", SAME),
        ("errors", "class C:\n    from inspection_model.vocabulary import Category", SAME),
        ("cli.commands", "from inspection_model import dumps", NO_LAYER),
        ("cli.commands", "import inspection_model as im", NO_LAYER),
        ("cli.__init__", "from .. import loads", NO_LAYER),
        ("cli.commands", "from inspection_model import model, loads", NO_LAYER),
        ("cli.commands", "from inspection_model import *", NO_LAYER),
        ("cli.commands", "from inspection_model.elsewhere import x", NO_LAYER),
        ("registers.authorities", "import_module('inspection_model.checking')", HIGHER),
        ("registers.authorities", "importlib.import_module('..checking', __package__)", HIGHER),
        ("registers.authorities", "__import__('inspection_model.checking')", HIGHER),
        ("model.travel", "resolve_name('inspection_model.serialising.pickling:reduced')", HIGHER),
        ("model.travel", "resolve_name('inspection_model.serialising.pickling.reduced')", HIGHER),
        ("model.travel", "_P = 'inspection_model.serialising'\nresolve_name(f'{_P}:reduced')", HIGHER),
        ("model.travel", "resolve_name(f'inspection_model.serialising.{name}')", HIGHER),
        ("model.travel", "import_module('inspection_model' + '.serialising')", NO_LAYER),
        ("model.travel", "import_module(f'inspection_model.{name}')", NO_LAYER),
        ("model.travel", "resolve_name('inspection_model:dumps')", NO_LAYER),
        ("elsewhere", "import json", NO_LAYER),
    ],
)
def test_a_planted_violation_is_found(module: str, source: str, fault: str) -> None:
    (found,) = WHOLE.violations(source, f"inspection_model.{module}")
    assert found.startswith(f"inspection_model.{module}:")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("model.visit", "import attrs\nfrom inspection_model.errors import InvalidValueError"),
        ("model.visit", "from inspection_model.model import fields\nfrom . import fields"),
        ("reading.letter", "from inspection_model.checking import check\nfrom ..registers import x"),
        ("cli.commands", "from inspection_model import model, errors\nfrom .. import reading"),
        ("cli.commands", "import inspection_model.rendering.html\nimport_module(name)"),
        ("rendering.html", "files('inspection_model.rendering').joinpath('page.css')"),
        ("reading.pdf", "# import inspection_model.cli\n'inspection_model.cli'\nf('inspection_models.cli')"),
    ],
)
def test_an_import_from_a_lower_layer_or_of_another_package_is_allowed(module: str, source: str) -> None:
    assert WHOLE.violations(source, f"inspection_model.{module}") == []


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("layout.lines", "from inspection_model.reading.parts import closing", HIGHER),
        ("layout.lines", "from ..grammar.dates import x", HIGHER),
        ("grammar.dates", "from inspection_model.reading import files", HIGHER),
        ("grammar.dates", "resolve_name('inspection_model.reading.files.pdf:x')", HIGHER),
        ("parts.closing", "from inspection_model.reading.reader import read_letter", HIGHER),
        ("reader", "def f():\n    from inspection_model.reading.files import pdf", HIGHER),
        ("files.pdf", "from inspection_model.reading import read_letter", NO_LAYER),
        ("files.pdf", "from .. import read_letter", NO_LAYER),
    ],
)
def test_a_planted_violation_in_the_reader_is_found(module: str, source: str, fault: str) -> None:
    (found,) = READING.violations(source, f"inspection_model.reading.{module}")
    assert found.startswith(f"inspection_model.reading.{module}:")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("files.pdf", "from inspection_model.reading.reader import read_letter\nfrom . import decode"),
        (
            "parts.closing",
            "from inspection_model.model import Due\nfrom inspection_model.reading import layout",
        ),
        ("grammar.dates", "from inspection_model.errors import x\nfrom ..layout.lines import y"),
    ],
)
def test_an_import_from_a_lower_layer_of_the_reader_is_allowed(module: str, source: str) -> None:
    assert READING.violations(source, f"inspection_model.reading.{module}") == []

"""The façade is a list of names: sorted, complete, documented, and the same to a type checker."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspection_model

FACADE = Path(inspection_model.__file__)
EXAMPLE = Path(__file__).with_name("typing_example.py")


def test_the_names_are_sorted_and_named_once() -> None:
    assert list(inspection_model.__all__) == sorted(set(inspection_model.__all__))


def test_dir_gives_the_public_names() -> None:
    assert dir(inspection_model) == inspection_model.__all__


@pytest.mark.parametrize("name", inspection_model.__all__)
def test_every_public_name_resolves(name: str) -> None:
    assert getattr(inspection_model, name) is getattr(inspection_model, name)


@pytest.mark.parametrize("name", [name for name in inspection_model.__all__ if name != "__version__"])
def test_every_public_name_is_documented_and_called_what_it_is_called(name: str) -> None:
    value = getattr(inspection_model, name)
    assert value.__name__ == name
    documentation = value.__doc__
    assert documentation
    # attrs and enum write nothing of their own that begins with a capital and ends with a stop.
    assert re.match(r"[A-Z`].*[.:]\Z", documentation.strip().splitlines()[0])


PUBLIC_MODULES = [
    ".".join(path.relative_to(FACADE.parents[1]).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(FACADE.parent.rglob("*.py"))
    if path.name == "__init__.py" or not path.name.startswith("_")
]


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_a_public_module_says_what_is_public_in_it(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    assert list(module.__all__) == sorted(set(module.__all__), key=_case_then_name)
    assert [public for public in module.__all__ if not hasattr(module, public)] == []


def _case_then_name(name: str) -> tuple[int, str]:
    """Constants before classes before functions, as the linter sorts."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def test_an_unknown_attribute_is_an_attribute_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="module 'inspection_model' has no attribute 'read_telegram'"):
        inspection_model.read_telegram  # noqa: B018  # asking is the test


def test_the_version_is_that_of_the_installed_package() -> None:
    assert inspection_model.__version__ == importlib.metadata.version("inspection-model")


def test_the_strategies_are_a_module_of_the_facade() -> None:
    pytest.importorskip("hypothesis", reason="needs the extra hypothesis, which is not installed")
    script = "import inspection_model as im; print(im.strategies.__name__)"
    assert run(script) == ["inspection_model.strategies"]


def run(script: str) -> list[str]:
    """Run a script in a fresh interpreter, where nothing was imported yet; give the words it prints."""
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_a_star_import_gives_every_public_name() -> None:
    script = "from inspection_model import *\nimport inspection_model\nprint(*dir(), sep='\\n')"
    assert set(inspection_model.__all__) <= set(run(script))


def _typed_imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.If):
            for statement in node.body:
                if isinstance(statement, ast.ImportFrom):
                    yield from ((alias.name, str(statement.module)) for alias in statement.names)


def test_what_is_loaded_later_is_what_a_type_checker_sees() -> None:
    tree = ast.parse(FACADE.read_text(encoding="utf-8"))
    seen = dict(_typed_imports(tree))
    assert seen == inspection_model._HOMES
    assert seen


def test_what_is_loaded_later_is_public_and_comes_from_its_home() -> None:
    for name, home in inspection_model._HOMES.items():
        assert name in inspection_model.__all__
        assert name in importlib.import_module(home).__all__
        assert getattr(inspection_model, name) is getattr(importlib.import_module(home), name)


def test_the_public_names_are_those_imported_at_once_and_those_loaded_later() -> None:
    tree = ast.parse(FACADE.read_text(encoding="utf-8"))
    at_once = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("inspection_model.")
        for alias in node.names
    }
    assert at_once.isdisjoint(inspection_model._HOMES)
    assert at_once | set(inspection_model._HOMES) | {"__version__"} == set(inspection_model.__all__)


def test_every_public_class_of_the_model_and_every_code_list_is_public() -> None:
    for home in ("errors", "model", "vocabulary"):
        module = importlib.import_module(f"inspection_model.{home}")
        for name in set(module.__all__) - {"MONTHS"}:
            assert inspect.isclass(getattr(module, name))
            assert name in inspection_model.__all__


def test_the_typing_example_uses_every_public_name() -> None:
    used = {
        node.attr
        for node in ast.walk(ast.parse(EXAMPLE.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "im"
    }
    assert set(inspection_model.__all__) - used == set()

"""Plugin of pytest for runs under mutmut, which loads it (`tool.mutmut` in ``pyproject.toml``).

mutmut asks which tests reach a function, and then runs these for each of the function's mutants, in
a fork of a process that has imported the package. Three things would let mutants survive unseen:

* A function that works at import, such as a maker of validators, is never called again. So every
  run imports the package anew, and such a function counts as reached by every test.
* A cache answers in a function's place. So no answer outlives a test while mutmut asks.
* A test far away notices by luck. So a package is tested by its own tests (the mirror of its
  folder) and by the laws alone; that is quicker, too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGE = "inspection_model"
TESTS = Path(__file__).parent

_at_import: set[str] = set()


_wanted: set[str] = set()


def pytest_configure(config: pytest.Config) -> None:
    """Forget the package and its tests, as imported before the mutant was chosen."""
    # Thousands of tests are found faster by their files than by their names.
    _wanted.clear()
    _wanted.update(argument for argument in config.args if "::" in argument)
    config.args[:] = sorted({argument.partition("::")[0] for argument in config.args})
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == PACKAGE or _is_of_the_tests(module):
            del sys.modules[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take the tests asked for, the quick ones first: the first to fail ends the run."""
    took = _mutmut().duration_by_test
    items[:] = [item for item in items if not _wanted or item.nodeid in _wanted]
    items.sort(key=lambda item: took.get(item.nodeid, 0))


def pytest_collection_finish() -> None:
    """Note the functions that importing the package and its tests has called."""
    _at_import.clear()
    _at_import.update(_mutmut()._stats)


def pytest_runtest_setup() -> None:
    """Forget the answers to earlier tests, while mutmut asks which test reaches what."""
    if os.environ["MUTANT_UNDER_TEST"] == "stats":
        for name, module in list(sys.modules.items()):
            if name.startswith(PACKAGE):
                for clear in _caches(module):
                    clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Keep from what a test has reached the functions that it is there to test."""
    reached = _mutmut()._stats
    reached |= _at_import
    folder = item.path.relative_to(TESTS).parts[0]
    if folder != "test_laws.py":
        reached &= {function for function in reached if function.startswith(f"{PACKAGE}.{folder}.")}


def _mutmut() -> Any:
    # mutmut is not part of the development environment, so no type checker knows it.
    return import_module("mutmut.state").state()


def _is_of_the_tests(module: ModuleType) -> bool:
    path = Path(getattr(module, "__file__", None) or "/")
    return path.is_relative_to(TESTS) and path.name not in {"conftest.py", Path(__file__).name}


def _caches(module: ModuleType) -> Iterator[Any]:
    return (value.cache_clear for value in vars(module).values() if hasattr(value, "cache_clear"))

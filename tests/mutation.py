"""A pytest plugin for mutation tests; mutmut loads it (``tool.mutmut`` in ``pyproject.toml``).

mutmut first records which tests reach a function. Then it runs these tests for each mutant of the function,
in a fork of a process that has imported the package. The plugin prevents three kinds of wrong results:

* A function that is only called during the import, such as a factory of validators, would not be called
  again. So each run imports the package again, and such a function counts as reached by every test.
* A cached result would hide that a test reaches a function. So the caches are cleared before each test while
  mutmut records.
* A test of another package could detect a mutant by chance. So the functions of a package are only tested
  by the tests in the folder of the same name and by the laws, which also takes less time.
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
    """Remove the modules of the package and its tests, imported before the mutant was chosen."""
    # Collecting whole files and filtering is faster than collecting thousands of tests by their ids.
    _wanted.clear()
    _wanted.update(argument for argument in config.args if "::" in argument)
    config.args[:] = sorted({argument.partition("::")[0] for argument in config.args})
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == PACKAGE or _is_of_the_tests(module):
            del sys.modules[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the requested tests and sort them by duration, because the first failure ends the run."""
    durations = _mutmut().duration_by_test
    items[:] = [item for item in items if not _wanted or item.nodeid in _wanted]
    items.sort(key=lambda item: durations.get(item.nodeid, 0))


def pytest_collection_finish() -> None:
    """Record the functions that were called while the package and its tests were imported."""
    _at_import.clear()
    _at_import.update(_mutmut()._stats)


def pytest_runtest_setup() -> None:
    """Clear the caches of the package while mutmut records which tests reach a function."""
    if os.environ["MUTANT_UNDER_TEST"] == "stats":
        for name, module in list(sys.modules.items()):
            if name.startswith(PACKAGE):
                for clear in _caches(module):
                    clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Discard the functions that a test has reached in other packages than its own."""
    reached = _mutmut()._stats
    reached |= _at_import
    folder = item.path.relative_to(TESTS).parts[0]
    if folder != "test_laws.py":
        reached &= {function for function in reached if function.startswith(f"{PACKAGE}.{folder}.")}


def _mutmut() -> Any:
    # mutmut is not in the development environment, so the type checkers cannot import it.
    return import_module("mutmut.state").state()


def _is_of_the_tests(module: ModuleType) -> bool:
    path = Path(getattr(module, "__file__", None) or "/")
    return path.is_relative_to(TESTS) and path.name not in {"conftest.py", Path(__file__).name}


def _caches(module: ModuleType) -> Iterator[Any]:
    return (value.cache_clear for value in vars(module).values() if hasattr(value, "cache_clear"))

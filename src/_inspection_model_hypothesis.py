"""Hypothesis' entry point: it teaches `from_type()` our classes without importing them.

Hypothesis calls `register()` when it is imported itself. By then our model may be there, or be
imported later, or never; so this module stands outside the package, and waits for the model.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_MODEL = "inspection_model.model"


def register() -> None:
    """Register the strategies of our classes, now or once the model is imported."""
    model = sys.modules.get(_MODEL)
    if model is not None and hasattr(model, "__all__"):
        _register(model)
    else:
        sys.meta_path.insert(0, _Finder())


def _register(model: ModuleType) -> None:
    from hypothesis import strategies as st

    def strategy(kind: type) -> Any:
        # Asked for when a test first draws: only then are the strategies imported.
        return import_module("inspection_model.strategies").strategy_for(kind)

    for name in model.__all__:
        st.register_type_strategy(getattr(model, name), strategy)


class _Finder(MetaPathFinder):
    """Finds the model in the usual way, and has it registered after its import."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the model; leave every other module to the other finders."""
        if fullname != _MODEL:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    """Loads the model in the usual way, and registers it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leave it to the usual loader."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, then register its classes."""
        self._loader.exec_module(module)
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        _register(module)

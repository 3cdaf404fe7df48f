"""Entry point for Hypothesis: registers strategies for the model's classes with `from_type()`.

Hypothesis calls `register()` when it is imported. The model may be imported before, after or never;
this module is outside the package so that it can be imported without importing the model.
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
    """Register the strategies for the model's classes, now or when the model is imported."""
    model = sys.modules.get(_MODEL)
    if model is not None and hasattr(model, "__all__"):
        _register(model)
    else:
        sys.meta_path.insert(0, _Finder())


def _register(model: ModuleType) -> None:
    from hypothesis import strategies as st

    def strategy(kind: type) -> Any:
        # Called when a test first draws; the strategies are imported only then.
        return import_module("inspection_model.strategies").strategy_for(kind)

    for name in model.__all__:
        st.register_type_strategy(getattr(model, name), strategy)


class _Finder(MetaPathFinder):
    """Finds the model with the other finders and wraps its loader, so that it is registered on import."""

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec of the model with a wrapped loader; ignore all other modules."""
        if fullname != _MODEL:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    """Loads the model with its own loader, then registers its classes."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Delegate to the model's own loader."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Execute the module, then register its classes."""
        self._loader.exec_module(module)
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        _register(module)

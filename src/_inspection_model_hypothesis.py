"""Entry point for Hypothesis: registers strategies for the records and frameworks with `from_type()`.

Hypothesis calls `register()` when it is imported. The modules of the classes may be imported before,
after or never; this module is outside the package so that it can be imported without importing them.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any, cast

_MODULES = (
    "inspection_model.model",
    "inspection_model.frameworks",
    "inspection_model.comparing.comparison",
    "inspection_model.comparing.history",
)


def register() -> None:
    """Register the strategies for the public classes of each module, now or when it is imported."""
    later: set[str] = set()
    for name in _MODULES:
        module = sys.modules.get(name)
        if module is not None and hasattr(module, "__all__"):
            _register(module)
        else:
            later.add(name)
    if later:
        sys.meta_path.insert(0, _Finder(later))


def _register(module: ModuleType) -> None:
    import attrs
    from hypothesis import strategies as st

    def strategy(kind: type) -> Any:
        # Called when a test first draws; the strategies are imported only then.
        return import_module("inspection_model.strategies.registry").registered_strategy(kind)

    classes = [value for value in map(module.__dict__.get, module.__all__) if isinstance(value, type)]
    for cls in classes:
        attrs.resolve_types(cast("type[attrs.AttrsInstance]", cls))  # builds() reads the types of fields
        st.register_type_strategy(cls, strategy)


class _Finder(MetaPathFinder):
    """Finds modules with the other finders and wraps their loaders, so that they are registered on import."""

    def __init__(self, names: set[str]) -> None:
        self._names = names

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec of one of the modules with a wrapped loader; ignore all others."""
        if fullname not in self._names:
            return None
        self._names.remove(fullname)
        if not self._names:
            sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    """Loads a module with its own loader, then registers its classes."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Delegate to the module's own loader."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Execute the module, then register its classes."""
        self._loader.exec_module(module)
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        module.__loader__ = self._loader
        _register(module)

"""JSON serialisation of records: documents, JSON Lines, JSON Schema, cattrs converters.

Each name is imported on first access: reading a document needs neither cattrs nor JSON Lines.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspection_model.serialising.converter import configure_converter, make_converter
    from inspection_model.serialising.documents import canonical_bytes, content_hash, dumps, loads
    from inspection_model.serialising.json_lines import iter_json_lines, load_json_lines, write_json_lines

__all__ = [
    "canonical_bytes",
    "configure_converter",
    "content_hash",
    "dumps",
    "iter_json_lines",
    "load_json_lines",
    "loads",
    "make_converter",
    "write_json_lines",
]

_LATER = {
    "converter": ("configure_converter", "make_converter"),
    "documents": ("canonical_bytes", "content_hash", "dumps", "loads"),
    "json_lines": ("iter_json_lines", "load_json_lines", "write_json_lines"),
}
_HOMES = {name: f"{__name__}.{home}" for home, names in _LATER.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name on first access."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value

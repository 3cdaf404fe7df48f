"""From a record to JSON and back."""

from inspection_model.serialising.converter import configure_converter, make_converter
from inspection_model.serialising.documents import canonical_bytes, content_hash, dumps, loads

__all__ = [
    "canonical_bytes",
    "configure_converter",
    "content_hash",
    "dumps",
    "loads",
    "make_converter",
]

"""JSON serialisation of records: documents, JSON Lines, JSON Schema, cattrs converters."""

from inspection_model.serialising.converter import configure_converter, make_converter
from inspection_model.serialising.documents import canonical_bytes, content_hash, dumps, loads
from inspection_model.serialising.json_lines import iter_json_lines, load_json_lines, write_json_lines
from inspection_model.serialising.json_schema import json_schema

__all__ = [
    "canonical_bytes",
    "configure_converter",
    "content_hash",
    "dumps",
    "iter_json_lines",
    "json_schema",
    "load_json_lines",
    "loads",
    "make_converter",
    "write_json_lines",
]

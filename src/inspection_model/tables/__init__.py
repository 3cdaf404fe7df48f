"""Tables of records: one row per finding, inspection or judgement, for spreadsheets and data frames.

The tables in memory need the extra ``tables``.
"""

from inspection_model.tables.document import Document
from inspection_model.tables.engines import batch_schema, read_batches
from inspection_model.tables.schema import Column, TableSchema, schema_version, table_schemas
from inspection_model.tables.table import (
    Table,
    evidence,
    findings,
    inspections,
    judgements,
    overview,
    people,
    remarks,
)
from inspection_model.tables.writing import write_tables

__all__ = [
    "Column",
    "Document",
    "Table",
    "TableSchema",
    "batch_schema",
    "evidence",
    "findings",
    "inspections",
    "judgements",
    "overview",
    "people",
    "read_batches",
    "remarks",
    "schema_version",
    "table_schemas",
    "write_tables",
]

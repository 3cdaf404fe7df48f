"""Writing tables to files: CSV, spreadsheets, Parquet, DuckDB, JSON Lines."""

from inspection_model.tables.writing.formats import FORMATS, TableFormat, format_for
from inspection_model.tables.writing.write import targets_of, write_items, write_tables

__all__ = ["FORMATS", "TableFormat", "format_for", "targets_of", "write_items", "write_tables"]

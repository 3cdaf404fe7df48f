"""Generate ``table-columns.md`` from the schema of the tables; run without arguments."""

from __future__ import annotations

from pathlib import Path

from inspection_model.tables import Column, schema_version, table_schemas

TARGET = Path(__file__).with_name("table-columns.md")
TYPES = {"text": "text", "date": "date", "number": "number (32 bits)", "texts": "list of texts"}


def page() -> str:
    """Return the text of the page."""
    lines = [
        "# Columns of the tables",
        "",
        f"This page describes the columns of all tables, version {schema_version()} of the schema.",
        "It is made by `docs/reference/make_table_columns.py`.",
        "[Tables](../how-to/tables.md) shows how to make them.",
        "",
    ]
    schemas = table_schemas()
    first, *others = (schemas[name].columns for name in ("findings", "judgements"))
    shared = [column for column in first if all(column in columns for columns in others)]
    about = [column for column in shared if column in schemas["inspections"].columns]
    lines += ["## The inspection", "", "All tables except `d2i` have these columns.", "", *_rows(about)]
    for name, schema in schemas.items():
        own = [column for column in schema.columns if name == "d2i" or column not in about]
        lines += [f"## {name}", "", schema.meaning, "", *_rows(own)]
    return "\n".join(lines).rstrip() + "\n"


def _rows(columns: list[Column]) -> list[str]:
    rows = [f"| `{each.name}` | {TYPES[each.type]} | {each.meaning} | {each.null} |" for each in columns]
    return ["| column | type | meaning | missing |", "| --- | --- | --- | --- |", *rows, ""]


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")

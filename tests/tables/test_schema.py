"""The schema of the tables: each column has a meaning, and the page of the documentation has each column."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from table_samples import EMPTY, EXAMPLES, REPORT, rows

import inspection_model as im
from inspection_model import tables
from inspection_model.tables import table_schemas

DOCS = Path(__file__).parents[2] / "docs/reference"
READING = im.read_letter_file(EXAMPLES[0])
FUNCTIONS = {
    "findings": tables.findings,
    "inspections": tables.inspections,
    "judgements": tables.judgements,
    "evidence": tables.evidence,
    "people": tables.people,
    "remarks": tables.remarks,
    "d2i": tables.overview,
}


def test_every_table_has_a_function_and_names_each_column_once() -> None:
    assert table_schemas().keys() == FUNCTIONS.keys()
    for schema in table_schemas().values():
        assert len(set(schema.names)) == len(schema.columns)
        assert schema.meaning.endswith(".")
        for column in schema.columns:
            assert column.meaning.endswith(".")
            assert column.null


def test_the_page_is_what_its_program_makes() -> None:
    made = runpy.run_path(str(DOCS / "make_table_columns.py"))["page"]()
    assert (DOCS / "table-columns.md").read_text(encoding="utf-8") == made


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_column_that_is_never_missing_has_no_null(name: str) -> None:
    never = [column.name for column in table_schemas()[name].columns if column.null.startswith("never")]
    found = rows(FUNCTIONS[name]([REPORT, EMPTY, READING]))
    assert found
    for row in found:
        assert [column for column in never if row[column] is None] == []


def test_the_version_of_the_schema_is_a_number() -> None:
    assert tables.schema_version() == "1.0"

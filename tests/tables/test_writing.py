"""Writing tables to files; what is written is read by other programs."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from table_samples import EMPTY, REPORT, hostile_texts, rows

import inspection_model as im
from inspection_model import tables
from inspection_model.tables.writing import spreadsheet

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FORMATS = ("csv", "xlsx", "parquet", "duckdb", "jsonl")
NAMES = [
    "=cmd.pdf",
    "line\nbreak.pdf",
    "lone\rreturn.pdf",
    "tab\t.pdf",
    '"quoted", name.pdf',
    "\r\n",
    "'a",
    "\t",
    " spaces ",
    "\u2028\x85separators.pdf",
    "\x01\x1b[31mcontrol.pdf",
    "<r><t>rich</t></r>",
    "]]><c>&lt;",
]


def texts_of_corpora() -> Iterator[str]:
    """Yield the texts of the corpora that a record can hold."""
    if not CORPORA.exists():
        return
    yield from json.loads((CORPORA / "naughty-strings.json").read_text(encoding="utf-8"))
    for name in ("csv-injection.txt", "xss-payloads.txt"):
        yield from (CORPORA / name).read_text(encoding="utf-8").splitlines()


def hostile_documents() -> list[tables.Document]:
    """Return documents whose findings and file names are hostile texts."""
    findings = []
    for text in (*hostile_texts(), *texts_of_corpora()):
        try:
            finding = im.Finding(
                category=im.Category.STRENGTH, text=text, heading=text, responsible=(text, "=2", text)
            )
        except im.InvalidValueError:  # such as a text with a control character
            continue
        findings.append(finding)
    inspection = im.Inspection(findings=tuple(findings))
    plain = im.Inspection(findings=(im.Finding(category=im.Category.STRENGTH, text="plain"),))
    return [
        tables.Document(record=inspection),
        *(tables.Document(record=plain, file=name, sha256="0" * 64) for name in NAMES),
    ]


def as_cells(row: dict[str, Any]) -> list[Any]:
    """Return a row as the cells of a format without lists."""
    return ["\n".join(cell) or None if isinstance(cell, list) else cell for cell in row.values()]


def read_csv(path: Path) -> list[list[Any]]:
    """Read a CSV file with polars; take away the apostrophes that make texts safe."""
    polars: Any = pytest.importorskip("polars")
    frame = polars.read_csv(path, infer_schema=False)
    return [[cell and cell.removeprefix("'") for cell in row] for row in frame.rows()]


def read_xlsx(path: Path, sheet: str) -> list[list[Any]]:
    """Read a sheet with openpyxl."""
    openpyxl: Any = pytest.importorskip("openpyxl")
    unescape = openpyxl.utils.escape.unescape
    workbook = openpyxl.load_workbook(path, read_only=False)
    assert {cell.data_type for row in workbook[sheet].iter_rows() for cell in row} <= {"s", "n", "d"}
    lines = list(workbook[sheet].iter_rows(min_row=2, values_only=True))
    return [
        [
            cell.date()
            if isinstance(cell, datetime.datetime)
            else unescape(cell)
            if isinstance(cell, str)
            else cell
            for cell in line
        ]
        for line in lines
    ]


def read_back(path: Path, name: str) -> Any:
    """Read a format that has lists and types with a library that did not write it."""
    polars: Any = pytest.importorskip("polars")
    duckdb: Any = pytest.importorskip("duckdb")
    schema = polars.DataFrame(getattr(tables, name)([])).schema
    if path.suffix == ".parquet":
        return polars.read_parquet(path).to_dicts()
    if path.suffix == ".duckdb":
        with duckdb.connect(str(path), read_only=True) as connection:
            return connection.sql(f"from {name}").to_arrow_table().to_pylist()
    dates = [column for column, kind in schema.items() if kind == polars.Date]
    frame = polars.read_ndjson(path, schema={**schema, **dict.fromkeys(dates, polars.String)})
    return frame.with_columns(polars.col(*dates).str.to_date()).to_dicts()


@pytest.mark.parametrize("suffix", ["parquet", "duckdb", "jsonl"])
def test_hostile_texts_come_back_equal_from_formats_with_types(tmp_path: Path, suffix: str) -> None:
    documents = [*hostile_documents(), tables.Document(record=REPORT), tables.Document(record=EMPTY)]
    path = tmp_path / f"table.{suffix}"
    for name in ("findings", "inspections"):
        tables.write_tables(documents, path, tables=name)
        expected = rows(getattr(tables, name)(documents))
        assert len(expected) > 8
        assert read_back(path, name) == expected


def test_hostile_texts_come_back_equal_from_csv(tmp_path: Path) -> None:
    documents = hostile_documents()
    tables.write_tables(documents, tmp_path / "table.csv")
    expected = [as_cells(row) for row in rows(tables.findings(documents))]
    texts = [[None if cell is None else str(cell) for cell in row] for row in expected]
    assert read_csv(tmp_path / "table.csv") == texts
    raw = (tmp_path / "table.csv").read_bytes().decode()
    starts = [cell[:1] for row in csv.reader(io.StringIO(raw, newline="")) for cell in row]
    assert not set(starts) & set("=+-@\t\r＝＋－＠")


def test_hostile_texts_come_back_equal_from_a_spreadsheet(tmp_path: Path) -> None:
    documents = hostile_documents()
    tables.write_tables(documents, tmp_path / "table.xlsx")
    expected = [as_cells(row) for row in rows(tables.findings(documents))]
    assert read_xlsx(tmp_path / "table.xlsx", "findings") == expected


def test_a_day_that_excel_does_not_have_is_a_text_in_a_spreadsheet(tmp_path: Path) -> None:
    days = [datetime.date(1, 1, 1), datetime.date(1900, 2, 28), datetime.date(1900, 3, 1)]
    records = [im.Inspection(publication=im.Publication(date=day)) for day in days]
    tables.write_tables(records, tmp_path / "t.xlsx", tables="inspections")
    index = tables.table_schemas()["inspections"].names.index("document_date")
    found = [row[index] for row in read_xlsx(tmp_path / "t.xlsx", "inspections")]
    assert found == ["0001-01-01", "1900-02-28", datetime.date(1900, 3, 1)]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_text_of_a_megabyte_comes_back_except_from_a_spreadsheet(tmp_path: Path, suffix: str) -> None:
    text = "🎉é " * 250_000 + "."
    record = im.Inspection(findings=(im.Finding(category=im.Category.STRENGTH, text=text),))
    path = tmp_path / f"table.{suffix}"
    tables.write_tables(record, path)
    index = tables.table_schemas()["findings"].names.index("text")
    if suffix == "csv":
        assert read_csv(path)[0][index] == text
    elif suffix == "xlsx":
        cut = read_xlsx(path, "findings")[0][index]
        assert cut.endswith(" […]")
        assert text.startswith(cut.removesuffix(" […]"))
        assert 32_760 < len(cut.encode("utf-16-le")) / 2 <= 32_767
        assert read_xlsx(path, "columns")[-1][:3] == [
            "findings",
            "text",
            "row 2: 750,001 characters do not fit into a cell",
        ]
    else:
        assert read_back(path, "findings")[0]["text"] == text


def test_a_workbook_has_typed_cells_and_a_frozen_header(tmp_path: Path) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl")
    path = tmp_path / "table.xlsx"
    tables.write_tables(REPORT, path, tables=["findings", "remarks"])
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["findings", "remarks", "columns"]
    sheet = workbook["findings"]
    cells = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:AC4"
    assert cells["first_day"].value == datetime.datetime(2024, 1, 8)
    assert cells["first_day"].number_format == "yyyy-mm-dd"
    assert (cells["dfe"].value, cells["dfe"].number_format) == ("879", "@")
    assert cells["position"].value == 1
    assert sheet.column_dimensions["W"].width > sheet.column_dimensions["A"].width
    assert workbook["remarks"].auto_filter.ref == "A1:R2"


def test_a_full_sheet_is_an_error_that_names_other_formats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(spreadsheet, "_MOST_ROWS", 2)
    with pytest.raises(im.InvalidValueError, match=r"sheet findings: expected at most 2 rows, .*\.parquet"):
        tables.write_tables(REPORT, tmp_path / "table.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_csv_file_has_a_description_that_frictionless_validates(tmp_path: Path) -> None:
    frictionless: Any = pytest.importorskip("frictionless")
    written = tables.write_tables(REPORT, tmp_path / "table.csv")
    assert [path.name for path in written] == ["table.csv", "table.csv.datapackage.json"]
    report = frictionless.validate(str(written[1]))
    assert report.valid, report.flatten(["message"])
    package = json.loads(written[1].read_text(encoding="utf-8"))
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert list(fields) == list(tables.table_schemas()["findings"].names)
    assert fields["first_day"]["type"] == "date"
    assert "separated by line feeds" in fields["parts"]["description"]


def test_a_csv_file_begins_with_a_mark_only_on_request(tmp_path: Path) -> None:
    for bom, start in ((True, b"\xef\xbb\xbffinding_id,"), (False, b"finding_id,")):
        tables.write_tables(REPORT, tmp_path / "table.csv", bom=bom)
        assert (tmp_path / "table.csv").read_bytes().startswith(start)
    assert b",2024-01-08,2024-01-19,2024-03-01," in (tmp_path / "table.csv").read_bytes()


def test_several_tables_are_several_files_or_one(tmp_path: Path) -> None:
    names = ["findings", "judgements"]
    found = {
        suffix: [path.name for path in tables.write_tables(REPORT, tmp_path / f"t.{suffix}", tables=names)]
        for suffix in ("jsonl", "parquet", "xlsx", "duckdb")
    }
    assert found == {
        "jsonl": ["t-findings.jsonl", "t-judgements.jsonl"],
        "parquet": ["t-findings.parquet", "t-judgements.parquet"],
        "xlsx": ["t.xlsx"],
        "duckdb": ["t.duckdb"],
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(chain(*found.values()))
    assert len(read_back(tmp_path / "t.duckdb", "judgements")) == 3


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_whole_or_absent(tmp_path: Path, suffix: str) -> None:
    def records() -> Iterator[im.Inspection]:
        yield from [REPORT] * 300  # more than a batch
        raise KeyboardInterrupt

    path = tmp_path / f"table.{suffix}"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        tables.write_tables(records(), path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "before"


def test_a_parquet_file_names_its_table_and_the_version_of_the_schema(tmp_path: Path) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    tables.write_tables([], tmp_path / "table.parquet")
    metadata = parquet.read_schema(tmp_path / "table.parquet").metadata
    assert metadata[b"inspection_model.tables"] == b"findings 1.0"


@pytest.mark.parametrize(
    ("names", "found"), [(["moorings"], "moorings"), ([], "no table"), ("moorings", "moorings")]
)
def test_a_table_that_does_not_exist_is_rejected(tmp_path: Path, names: Any, found: str) -> None:
    with pytest.raises(im.InvalidValueError, match=rf"write_tables\(tables\): .*, found {found}"):
        tables.write_tables(REPORT, tmp_path / "t.csv", tables=names)


def test_a_suffix_that_no_format_has_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(im.InvalidValueError, match=r"expected a file that ends with one of .csv, .xlsx"):
        tables.write_tables(REPORT, tmp_path / "t.ods")


@pytest.mark.parametrize(
    ("suffix", "module", "extra"),
    [
        ("xlsx", "xlsxwriter", "tables"),
        ("parquet", "pyarrow", "parquet"),
        ("duckdb", "duckdb", "duckdb"),
        ("duckdb", "pyarrow", "duckdb"),
    ],
)
def test_a_format_whose_library_is_missing_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(im.MissingExtraError, match=rf"\[{extra}\]"):
        tables.write_tables(REPORT, tmp_path / f"t.{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_csv_and_json_lines_need_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("nanoarrow", "pyarrow", "xlsxwriter", "duckdb"):
        monkeypatch.setitem(sys.modules, module, None)
    for suffix in ("csv", "jsonl"):
        assert tables.write_tables(REPORT, tmp_path / f"t.{suffix}")[0].stat().st_size > 500

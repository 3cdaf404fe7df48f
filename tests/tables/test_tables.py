"""Tables in memory: their rows, and the libraries that take them."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from table_samples import EMPTY, EXAMPLES, REPORT, rows

import inspection_model as im
from inspection_model import tables

READINGS = [im.read_letter_file(path) for path in EXAMPLES]
ID = "ofsted-ilacs/879/2024-01-08"


def test_every_table_has_what_is_known_about_the_inspection() -> None:
    document = tables.Document(record=REPORT, file="a.pdf", sha256="0" * 64)
    for table in (tables.findings, tables.inspections, tables.judgements, tables.evidence, tables.people):
        for row in rows(table(document)):
            about = {
                "inspection_id": ID,
                "kind": "ofsted-ilacs",
                "authority": "Plymouth",
                "authority_as_printed": "Plymouth City Council",
                "partnership": None,
                "dfe": "879",
                "gss": "E06000026",
                "urn": "80538",
                "region": "South West",
                "first_day": datetime.date(2024, 1, 8),
                "last_day": datetime.date(2024, 1, 19),
                "document_date": datetime.date(2024, 3, 1),
                "source_file": "a.pdf",
                "source_sha256": "0" * 64,
            }
            assert {name: row[name] for name in about} == about


def own(table: tables.Table, *names: str) -> list[tuple[Any, ...]]:
    """Return some columns of the rows of a table."""
    return [tuple(row[name] for name in names) for row in rows(table)]


def test_a_finding_has_its_place_its_grade_and_the_counts_of_its_category() -> None:
    names = ("finding_id", "position", "category", "rank", "area", "grade", "number", "declared", "listed")
    assert own(tables.findings(REPORT), *names) == [
        (f"{ID}/improvement/1", 1, "improvement", 2, None, None, 1, 2, 1),
        (f"{ID}/main-finding/1", 2, "main-finding", None, "leadership", "good", None, None, 1),
        (f"{ID}/priority-action/1", 3, "priority-action", 1, "help-and-protection", None, None, 0, 1),
    ]


def test_a_finding_has_its_text_and_its_lists() -> None:
    names = ("heading", "text", "parts", "page", "responsible", "references")
    first, second, _ = own(tables.findings(REPORT), *names)
    assert first == (None, "Plans are late.", ["one", "two"], None, [], [])
    assert second[0] == "Leaders"
    assert second[4:] == (["the council", "the board"], ["enabler 2, national framework"])


def test_an_inspection_has_one_row_even_without_any_fact() -> None:
    names = ("form", "title", "lead_inspectors", "overall_grade", "overall_rank", "findings", "judgements")
    assert own(tables.inspections([REPORT, EMPTY]), *names) == [
        ("report", "Inspection of Plymouth", ["Ada Ferry"], "good", 2, 3, 3),
        (None, None, [], None, None, 0, 0),
    ]
    counts = ("priority_actions", "priority_actions_declared", "improvements", "improvements_declared")
    assert own(tables.inspections(REPORT), *counts) == [(1, 0, 1, 2)]
    assert own(tables.inspections(REPORT), "previous_first_day") == [(datetime.date(2019, 3, 4),)]


def test_the_overall_grade_may_be_that_of_the_inspection_as_a_whole() -> None:
    whole = im.Judgement(grade="positive", rank=1)
    unknown = im.Judgement(area_as_printed="Moorings", grade="good", rank=2)
    inspections = [im.Inspection(judgements=(whole,)), im.Inspection(judgements=(unknown,))]
    assert own(tables.inspections(inspections), "overall_grade") == [("positive",), (None,)]


def test_judgements_evidence_and_people_have_a_row_each() -> None:
    names = ("judgement_id", "position", "area", "grade", "grade_as_printed", "rank", "part_of")
    assert own(tables.judgements(REPORT), *names)[1] == (
        f"{ID}/judgement/2",
        2,
        "care-leavers",
        "requires-improvement",
        None,
        3,
        "care",
    )
    of_evidence = ("evidence_id", "position", "method", "text", "participants")
    assert own(tables.evidence(REPORT), *of_evidence) == [
        (f"{ID}/evidence/1", 1, "interview", "talks", ["carers", "staff"])
    ]
    of_people = ("person_id", "capacity", "position", "name", "post", "organisation", "role")
    assert own(tables.people(REPORT), *of_people) == [
        (f"{ID}/inspector/1", "inspector", 1, "Ada Ferry", "His Majesty's Inspector", None, "lead"),
        (f"{ID}/inspector/2", "inspector", 2, "Bo Quay", None, None, None),
        (f"{ID}/signatory/1", "signatory", 1, "Sam Signer", None, "Ofsted", None),
    ]


def test_remarks_are_those_of_readings_and_the_errors_of_files() -> None:
    failed = tables.Document(record=None, file="b.pdf", sha256="1" * 64, error="b.pdf: empty")
    found = own(tables.remarks([READINGS[0], REPORT, failed]), "code", "pointer", "page", "source_file")
    assert found == [
        ("authority-uncertain", "/authority/name", 1, None),
        ("count-mismatch", "/declared/0", 1, None),
        ("error", None, None, "b.pdf"),
    ]
    assert rows(tables.findings(failed)) == []
    unexplained = tables.Document(record=None)
    assert own(tables.remarks(unexplained), "message", "inspection_id") == [("the file cannot be read", None)]


def test_a_remark_without_a_place_has_no_page() -> None:
    (row,) = rows(tables.remarks(im.read_letter("Dear Ms Fenn")))
    assert (row["code"], row["page"]) == ("framework-unknown", None)


def test_the_overview_has_the_grades_as_columns_and_real_nulls() -> None:
    document = tables.Document(record=REPORT, link="https://example.org/1", file="a.pdf")
    assert rows(tables.overview(document)) == [
        {
            "urn": "80538",
            "la_code": "879",
            "la_code_new": "E06000026",
            "region": "South West",
            "local_authority": "Plymouth",
            "inspection_link": "https://example.org/1",
            "overall_effectiveness_grade": "good",
            "impact_of_leaders_grade": "good",
            "help_and_protection_grade": None,
            "care_and_care_leavers_grade": None,
            "in_care_grade": None,
            "care_leavers_grade": "requires improvement",
            "inspection_framework": "ofsted-ilacs",
            "inspector_name": "Ada Ferry",
            "inspection_start_date": datetime.date(2024, 1, 8),
            "inspection_end_date": datetime.date(2024, 1, 19),
            "publication_date": datetime.date(2024, 3, 1),
            "inspection_id": ID,
            "source_file": "a.pdf",
        }
    ]


def test_a_page_is_that_of_the_reading() -> None:
    text = EXAMPLES[1].read_text(encoding="utf-8").replace("\n\n", "\n\n\f", 8)
    reading = im.read_letter(text)
    pages = own(tables.findings(reading), "page")
    assert len(set(pages)) > 1 or pages[0][0] > 1
    starts = {p.role: p.start for p in reversed(reading.passages)}
    assert pages == [
        (reading.page_of(starts[f"/findings/{index}/text"]),)
        for index in range(len(reading.inspection.findings))
    ]


def test_a_record_a_list_a_generator_and_a_file_give_equal_tables(tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    im.write_json_lines([REPORT], file)
    expected = rows(tables.findings(REPORT))
    assert len(expected) == 3
    for records in ([REPORT], iter([REPORT]), file, str(file), tables.Document(record=REPORT)):
        assert rows(tables.findings(records)) == expected


@pytest.mark.parametrize(
    ("records", "found"),
    [(3, "int"), (b"{}", "bytes"), ([3], "int"), ([None], "NoneType")],
)
def test_what_is_no_record_is_rejected(records: Any, found: str) -> None:
    with pytest.raises(im.InvalidTypeError, match=rf"findings\(records\): .*, found {found}"):
        tables.findings(records)


def test_an_annual_rating_is_rejected_with_a_hint() -> None:
    rating = im.AnnualRating(
        authority=im.Authority(name="Wenmouth"), year=2010, rating=im.Rating.PERFORMS_WELL
    )
    with pytest.raises(im.InvalidTypeError, match=r"overview\(records\): .*; leave annual ratings out"):
        tables.overview([cast("im.Inspection", rating)])


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoarrow", None)
    with pytest.raises(im.MissingExtraError, match=r"a table needs .*\[tables\]"):
        tables.findings([])


def test_a_table_has_a_length_and_a_short_description() -> None:
    table = tables.findings([REPORT] * 450)  # more than two batches
    assert len(table) == 1350
    assert repr(table) == "<Table findings: 1350 rows, 29 columns>"
    assert len(rows(table)) == len(rows(table)) == 1350


def test_pyarrow_polars_pandas_and_duckdb_take_a_table() -> None:
    pyarrow: Any = pytest.importorskip("pyarrow")
    polars: Any = pytest.importorskip("polars")
    pandas: Any = pytest.importorskip("pandas")
    duckdb: Any = pytest.importorskip("duckdb")
    for function in (tables.findings, tables.inspections, tables.judgements, tables.people, tables.remarks):
        table = function([*READINGS, REPORT])
        arrow = pyarrow.table(table)
        arrow.validate(full=True)
        assert pyarrow.schema(table) == arrow.schema
        expected = arrow.to_pylist()
        assert expected
        assert polars.DataFrame(table).to_dicts() == expected
        assert duckdb.from_arrow(table).to_arrow_table().to_pylist() == expected
        frame = pandas.DataFrame.from_arrow(table)
        assert list(frame.columns) == list(table.schema.names)
        assert len(frame) == len(expected)
        assert frame[table.schema.names[0]].tolist() == [row[table.schema.names[0]] for row in expected]


def test_an_empty_table_has_its_columns() -> None:
    pyarrow: Any = pytest.importorskip("pyarrow")
    table = pyarrow.table(tables.findings([]))
    assert table.num_rows == 0
    assert table.column_names[0] == "finding_id"


def test_the_bytes_of_json_lines_are_no_path() -> None:
    with pytest.raises(im.InvalidTypeError):
        tables.findings(cast("Any", io.BytesIO(im.dumps(REPORT).encode())))

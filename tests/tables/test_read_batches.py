"""Reading batches of documents, for engines."""

from __future__ import annotations

import functools
import hashlib
import pickle
import sys
from typing import Any

import pytest
from table_samples import EXAMPLES, REPORT, rows

import inspection_model as im
from inspection_model import tables

pyarrow: Any = pytest.importorskip("pyarrow", reason="needs the extra parquet, which is not installed")


def batch(*documents: tuple[str | None, bytes | None]) -> Any:
    """Return a record batch of documents."""
    names, contents = zip(*documents, strict=True)
    columns = [pyarrow.array(names, pyarrow.string()), pyarrow.array(contents, pyarrow.binary())]
    return pyarrow.record_batch(columns, ["name", "content"])


LETTERS = [(path.name, path.read_bytes()) for path in EXAMPLES]


def test_the_rows_are_those_of_the_table_of_findings() -> None:
    documents = [
        tables.Document(
            record=im.read_letter_file(path), file=path.name, sha256=hashlib.sha256(data).hexdigest()
        )
        for path, (_, data) in zip(EXAMPLES, LETTERS, strict=True)
    ]
    (found,) = tables.read_batches([batch(*LETTERS)])
    assert found.schema == tables.batch_schema()
    read = found.to_pylist()
    assert {row.pop("error") for row in read} == {None}
    assert read == rows(tables.findings(documents))


def test_a_bad_document_is_one_row_with_its_error() -> None:
    bad = [("empty.txt", b""), ("page.pdf", b"<html>"), ("broken.json", b"{"), (None, None)]
    (found,) = tables.read_batches([batch(*bad, LETTERS[0])])
    failed = [row for row in found.to_pylist() if row["error"] is not None]
    assert [row["source_file"] for row in failed] == ["empty.txt", "page.pdf", "broken.json", None]
    assert failed[1]["error"].startswith("page.pdf: the file is an HTML page")
    assert failed[0]["source_sha256"] == hashlib.sha256(b"").hexdigest()
    assert failed[3]["source_sha256"] is None
    assert all(row["finding_id"] is None for row in failed)
    assert found.num_rows > len(failed)


def test_a_json_document_is_read_and_an_annual_rating_is_an_error() -> None:
    rating = im.AnnualRating(
        authority=im.Authority(name="Wenmouth"), year=2010, rating=im.Rating.PERFORMS_WELL
    )
    documents = [("a.json", im.dumps(REPORT).encode()), ("b.json", im.dumps(rating).encode())]
    (found,) = tables.read_batches([batch(*documents)])
    assert [row["error"] for row in found.to_pylist()] == [
        None,
        None,
        None,
        "b.json: expected an inspection or a reading, found AnnualRating",
    ]


@pytest.mark.parametrize(
    ("before", "error"),
    [
        (b" \r\n\t", None),
        (b"\xef\xbb\xbf", "a.json: (document): expected JSON, found a byte order mark at the start"),
    ],
)
def test_what_precedes_the_brace_of_a_json_document_does_not_make_it_a_letter(
    before: bytes, error: str | None
) -> None:
    (found,) = tables.read_batches([batch(("a.json", before + im.dumps(REPORT).encode()))])
    errors = found.column("error").to_pylist()
    assert [each and each.partition(";")[0] for each in errors] == ([None] * 3 if error is None else [error])


def test_a_json_document_over_the_limit_is_an_error() -> None:
    (found,) = tables.read_batches([batch(("a.json", im.dumps(REPORT).encode()))], max_bytes=100)
    assert found.column("error").to_pylist() == [
        "a.json: the file is larger than the limit of 100 bytes; if it is a letter or report, raise max_bytes"
    ]


@pytest.mark.parametrize("kind", ["binary", "large_binary", "binary_view"])
def test_every_type_of_bytes_is_read(kind: str) -> None:
    documents = batch(LETTERS[0])
    content = documents.column("content").cast(getattr(pyarrow, kind)())
    (found,) = tables.read_batches([documents.set_column(1, "content", content)])
    assert set(found.column("error").to_pylist()) == {None}


def test_a_column_of_another_type_is_rejected() -> None:
    texts = pyarrow.record_batch([["a.txt"], ["Dear Ms Fenwick"]], ["name", "content"])
    with pytest.raises(im.InvalidValueError, match=r"a column content of bytes, found string; .*cast"):
        list(tables.read_batches([texts]))
    numbers = pyarrow.record_batch([[1], [b"Dear Ms Fenwick"]], ["name", "content"])
    with pytest.raises(im.InvalidValueError, match=r"a column name of texts, found int64$"):
        list(tables.read_batches([numbers]))


def test_a_document_over_the_limit_and_one_that_takes_all_memory_are_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (found,) = tables.read_batches([batch(LETTERS[0])], max_bytes=10)
    assert found.column("error")[0].as_py().startswith("thornbeck-2009-11-19.txt: the file is larger than")

    def fail(*_arguments: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr("inspection_model.tables.engines.read_letter_bytes", fail)
    (found,) = tables.read_batches([batch(LETTERS[0])])
    assert found.column("error").to_pylist() == ["MemoryError"]


def test_a_batch_without_documents_gives_a_batch_without_rows() -> None:
    (found,) = tables.read_batches([batch(LETTERS[0]).slice(0, 0)])
    assert (found.num_rows, found.schema) == (0, tables.batch_schema())


def test_a_batch_without_the_columns_is_rejected() -> None:
    wrong = pyarrow.record_batch([pyarrow.array(["a"])], ["path"])
    with pytest.raises(im.InvalidValueError, match="expected the columns name and content, found 'path'"):
        list(tables.read_batches([wrong]))


def test_the_function_can_be_sent_to_another_process() -> None:
    function = functools.partial(tables.read_batches, max_bytes=10)
    assert next(pickle.loads(pickle.dumps(function))([batch(LETTERS[0])])).num_rows == 1


def test_a_table_of_pyarrow_is_taken_and_duckdb_reads_the_result() -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    documents = pyarrow.Table.from_batches([batch(LETTERS[0]), batch(LETTERS[1])])
    reader = pyarrow.RecordBatchReader.from_batches(
        tables.batch_schema(), tables.read_batches(documents.to_batches())
    )
    counts = duckdb.from_arrow(reader).aggregate("source_file, count(*) as n", "source_file").order("1")
    assert counts.fetchall() == [("thornbeck-2009-11-19.txt", 9), ("wenmouth-2023-03-28.txt", 7)]
    (whole,) = tables.read_batches([documents])
    assert whole.num_rows == 16


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(im.MissingExtraError, match=r"\[parquet\]"):
        tables.batch_schema()

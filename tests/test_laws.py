"""The laws of the library, each as a property test with the published strategies."""

from __future__ import annotations

import contextlib
import copy
import datetime
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import inspection_model as im
from inspection_model import strategies, tables

RECORDS = (
    strategies.inspections()
    | strategies.printed_inspections()
    | strategies.readings()
    | strategies.annual_ratings()
    | strategies.comparisons()
    | strategies.histories()
)
DAMAGED = strategies.letter_texts() | strategies.report_texts()
# One test for each kind of the package, whatever kinds there are.
every_kind = pytest.mark.parametrize("kind", im.shipped_frameworks(), ids=lambda kind: kind.id)
ANY_TEXT = st.text(st.characters())  # lone surrogates and control characters included


def damaged_documents() -> st.SearchStrategy[str]:
    """Return a strategy of rendered letters and reports in which pieces are replaced by other pieces."""
    pieces = st.sampled_from(
        ["", "\n", "\n\n", "\f", "\r\n", "- ", "\n3\n", "\x00", "\u00ad", "   ", "Dear ", "1. "]
    )
    rendered = strategies.printed_inspections().map(im.render_text)
    return st.tuples(
        rendered, st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 9), pieces), max_size=4)
    ).map(lambda drawn: _damage(*drawn))


def _damage(text: str, damages: list[tuple[int, int, str]]) -> str:
    for at, length, piece in damages:
        start = at % (len(text) + 1)
        text = text[:start] + piece + text[start + length :]
    return text


@given(ANY_TEXT | damaged_documents())
def test_passages_partition_the_source(source: str) -> None:
    """`"".join(source[p.start:p.end] for p in passages) == source`, for every text."""
    reading = im.read_letter(source)
    assert "".join(source[p.start : p.end] for p in reading.passages) == source
    assert 0 <= reading.coverage <= 1


@pytest.mark.parametrize("character", ["a", " ", "\n", "-", "\x00", "\ud800", "\f", "’", "1", "("])
def test_passages_partition_a_megabyte_of_one_character(character: str) -> None:
    """The passages are also a partition of 1 MB of one character."""
    source = character * 1_000_000
    assert sum(p.end - p.start for p in im.read_letter(source).passages) == len(source)


@every_kind
@given(data=st.data())
def test_what_is_rendered_is_read_back(kind: im.Framework, data: st.DataObject) -> None:
    """`read_letter(render_text(x)).inspection == x` if a document can express x; no text remains unread."""
    inspection = data.draw(strategies.printed_inspections(framework=kind))
    reading = im.read_letter(im.render_text(inspection))
    assert reading.inspection == inspection
    assert reading.coverage == 1


@given(DAMAGED)
def test_a_damaged_document_is_read_back(drawn: strategies.LetterText | strategies.ReportText) -> None:
    """`read_letter(text).inspection == inspection` for text with the damage of a page layout."""
    reading = im.read_letter(drawn.text)
    assert reading.inspection == drawn.inspection
    assert reading.coverage == 1


@given(RECORDS)
def test_json_loses_nothing(record: Any) -> None:
    """`loads(dumps(x)) == x`, and every rendering of the result equals that of x."""
    loaded = im.loads(im.dumps(record))
    assert loaded == record
    assert repr(loaded) == repr(record)
    inspection = getattr(record, "inspection", record)
    again: Any = getattr(loaded, "inspection", loaded)
    if isinstance(inspection, im.Inspection):
        for render in (im.render_text, im.render_markdown, im.render_html):
            assert render(again) == render(inspection)


@given(RECORDS)
def test_records_are_values(record: Any) -> None:
    """`eval(repr(x)) == x`; `hash(x)` works; pickle and deepcopy give equals."""
    names = {name: getattr(im, name) for name in im.__all__}
    assert eval(repr(record), {**names, "datetime": datetime}) == record
    assert hash(record) == hash(im.loads(im.dumps(record)))
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.deepcopy(record) == record
    assert copy.copy(record) == record


@given(st.lists(strategies.findings(), min_size=1))
def test_a_changed_argument_changes_nothing(findings: list[im.Finding]) -> None:
    """Changing what was passed in changes nothing."""
    inspection = im.Inspection(findings=findings)  # type: ignore[arg-type, unused-ignore]  # a list is accepted
    before = repr(inspection)
    findings.clear()
    assert repr(inspection) == before
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        inspection.findings = ()  # type: ignore[misc]  # the assignment must fail


@given(damaged_documents() | DAMAGED.map(lambda drawn: drawn.text))
def test_a_findings_passages_quote_it(source: str) -> None:
    """A finding's text is its passages' text after folding white space and dropping furniture."""
    reading = im.read_letter(source)
    for index, finding in enumerate(reading.inspection.findings):
        quoted = reading.quote(f"/findings/{index}/text")
        # White space is ignored: a word that page furniture or a line end divided has no space in it.
        assert "".join(quoted.split()) == "".join(finding.text.split())


@every_kind
@given(data=st.data(), final=st.booleans())
def test_line_ends_do_not_matter(kind: im.Framework, data: st.DataObject, final: bool) -> None:
    """A reading is the same for all line ends (LF, CR, CR LF, CR CR LF), with and without a final one."""
    inspection = data.draw(strategies.printed_inspections(framework=kind))
    text = im.render_text(inspection)
    text = text if final else text.removesuffix("\n")
    expected = im.read_letter(text)
    for line_end in ("\r\n", "\r", "\r\r\n"):
        reading = im.read_letter(text.replace("\n", line_end))
        assert reading.inspection == expected.inspection
        assert [p.role for p in reading.passages] == [p.role for p in expected.passages]
        assert [r.message for r in reading.remarks] == [r.message for r in expected.remarks]


@given(
    st.binary()
    | ANY_TEXT
    | RECORDS.map(im.dumps).flatmap(lambda text: st.integers(0, len(text)).map(lambda n: text[:n]))
)
def test_only_our_errors_escape_loads(data: str | bytes) -> None:
    """`loads` raises only error classes of the library, for every input."""
    with contextlib.suppress(im.InspectionModelError):
        im.loads(data)


@given(st.lists(strategies.inspections() | strategies.readings(), max_size=3))
def test_tables_are_the_same_after_json_and_joins_lose_no_row(records: list[Any]) -> None:
    """A table of `records` equals one of `loads(dumps(records))`; a join by the ids loses no row."""
    pyarrow: Any = pytest.importorskip("pyarrow", reason="needs the extra parquet, which is not installed")
    loaded: list[Any] = [im.loads(im.dumps(record)) for record in records]
    inspections = pyarrow.table(tables.inspections(records))
    ids = set(inspections.column("inspection_id").to_pylist())
    assert inspections.num_rows == len(records)
    for table in (
        tables.findings,
        tables.inspections,
        tables.judgements,
        tables.evidence,
        tables.people,
        tables.remarks,
        tables.overview,
    ):
        rows = pyarrow.table(table(records))
        rows.validate(full=True)
        assert rows.equals(pyarrow.table(table(loaded)))
        assert set(rows.column("inspection_id").to_pylist()) <= ids
    findings = sum(len(getattr(record, "inspection", record).findings) for record in records)
    assert len(tables.findings(records)) == findings


@given(strategies.inspections())
def test_an_inspection_compared_with_itself_has_no_change(inspection: im.Inspection) -> None:
    """`compare(x, x)` has no change."""
    comparison = im.compare(inspection, inspection)
    assert {change.kind for change in comparison.findings} <= {im.FindingChangeKind.KEPT}
    assert {change.kind for change in comparison.judgements} <= {im.JudgementChangeKind.SAME}
    assert all(change.earlier == change.later for change in comparison.findings)
    assert all(change.earlier == change.later for change in comparison.declared)


ANY_PAIR = st.tuples(strategies.inspections(), strategies.inspections()) | strategies.inspection_pairs(
    most=8
).map(lambda pair: (pair.earlier, pair.later))


@given(ANY_PAIR, st.integers(1, 100))
def test_a_comparison_mirrored_is_that_of_the_exchanged_inspections(
    pair: tuple[im.Inspection, im.Inspection], threshold: int
) -> None:
    """`compare(a, b)` mirrored is `compare(b, a)`, for every threshold."""
    one, other = pair
    forwards = im.compare(one, other, threshold=threshold)
    assert forwards.mirrored == im.compare(other, one, threshold=threshold)
    assert forwards.mirrored.mirrored == forwards

"""Fuzz the functions that read untrusted data.

Run one target until it is interrupted or finds a fault::

    python fuzzing/fuzz.py read_letter

Run all targets one after another, each for a number of seconds; statistics are printed after each::

    python fuzzing/fuzz.py all 1200

Further arguments are passed to libFuzzer. The corpus of a target is kept in ``.fuzzing/<target>/``.
Inputs on which a target fails are written to ``.fuzzing/``. This needs the dependency group ``fuzz``.
"""

from __future__ import annotations

import contextlib
import functools
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris
import pyarrow
from dictionary import make_dictionary

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
STORED = ROOT / "tests/serialising/stored"
WORK = ROOT / ".fuzzing"
sys.path.insert(0, str(STORED.parent))

with atheris.instrument_imports(include=["inspection_model", "made_up_chain"]):
    from made_up_chain import CHAIN

    import inspection_model as im
    from inspection_model.comparing import histories  # noqa: F401  # instrumented here
    from inspection_model.frameworks import loading  # noqa: F401  # instrumented here
    from inspection_model.model import Reading
    from inspection_model.reading import files
    from inspection_model.rendering import html, markdown, text  # noqa: F401  # instrumented here
    from inspection_model.serialising import fast, migrations, strict_documents
    from inspection_model.tables import engines  # noqa: F401  # instrumented here


def read_letter(data: bytes) -> None:
    """Read any text; the passages are a partition of it, and the passages of a finding quote it."""
    # A Python string can contain lone surrogates; "surrogateescape" produces them.
    _read(data.decode("utf-8", "surrogateescape"))


def _read(source: str) -> None:
    reading = im.read_letter(source)
    assert "".join(source[p.start : p.end] for p in reading.passages) == source
    assert 0 <= reading.coverage <= 1
    for index, finding in enumerate(reading.inspection.findings):
        quoted = reading.quote(f"/findings/{index}/text")
        assert "".join(quoted.split()) == "".join(finding.text.split())
    assert im.loads(im.dumps(reading.inspection)) == reading.inspection
    im.check(reading.inspection)
    for render in (im.render_text, im.render_markdown, im.render_html):
        render(reading.inspection)


def read_letter_file(data: bytes) -> None:
    """Read a file of any bytes; only errors of the library are raised."""
    file = Path(_folder()) / "letter"
    file.write_bytes(data)
    with contextlib.suppress(im.InspectionModelError):
        assert isinstance(files.read_letter_file(file), Reading)


def loads(data: bytes) -> None:
    """Read a document on the fast and on the strict path: equal records, or an error of the library."""
    record = fast.read(data)
    try:
        strict = strict_documents.read_strictly(data)
    except im.InspectionModelError:
        assert record is None
        return
    assert record is None or (record == strict and repr(record) == repr(strict))
    written = im.dumps(strict)
    assert written == strict_documents.write_strictly(strict)
    assert im.loads(written) == strict


def migrate(data: bytes) -> None:
    """Migrate a document of an older version; the argument is not changed."""
    migrations.MIGRATIONS = CHAIN
    with contextlib.suppress(im.InspectionModelError):
        im.loads(data)
    with contextlib.suppress(ValueError, RecursionError, im.InspectionModelError):
        document = json.loads(data)
        if isinstance(document, dict) and not migrations.version_faults(document):
            before = json.dumps(document)
            try:
                migrations.migrate(document)
            finally:
                assert json.dumps(document) == before


def load_framework(data: bytes) -> None:
    """Load a framework from any bytes; one that is accepted reads and renders letters."""
    file = Path(_folder()) / "framework.toml"
    file.write_bytes(data)
    with contextlib.suppress(im.InspectionModelError):
        framework = im.load_framework(file)
        for letter in _examples():
            reading = im.read_letter(letter, frameworks=[framework])
            assert "".join(letter[p.start : p.end] for p in reading.passages) == letter
        im.render_text(im.Inspection(framework=framework.id), framework=framework)


def read_batches(data: bytes) -> None:
    """Read a batch with a document of any bytes; an error of the library is a row."""
    batch = pyarrow.RecordBatch.from_pylist([{"name": "letter", "content": data}], schema=_BATCH)
    (rows,) = im.tables.read_batches([batch])
    assert rows.schema.equals(im.tables.batch_schema())
    assert set(rows["source_file"].to_pylist()) <= {"letter"}


_BATCH = pyarrow.schema({"name": pyarrow.string(), "content": pyarrow.binary()})


def compare(data: bytes) -> None:
    """Compare the records of any two lines, and make their histories."""
    records: list[im.Inspection] = []
    for line in data.split(b"\n")[:_MOST_RECORDS]:
        with contextlib.suppress(im.InspectionModelError):
            record = im.loads(line)
            record = record.inspection if isinstance(record, Reading) else record
            records += [record] if isinstance(record, im.Inspection) else []
    for one in records:
        for other in records:
            comparison = im.compare(one, other)
            assert comparison.mirrored == im.compare(other, one)
            assert im.loads(im.dumps(comparison)) == comparison
        assert all(change.kind == "kept" for change in im.compare(one, one).findings)
    histories = (*im.histories(records, with_predecessors=True), im.History(records))
    for history in histories:
        assert im.loads(im.dumps(history)) == history
        assert set(history.documents) <= set(records)
        _ = history.judgements, history.priority_actions, history.successions, history.remarks


_MOST_RECORDS = 4


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (read_letter, read_letter_file, loads, migrate, load_framework, read_batches, compare)
}


@functools.cache
def _examples() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*.txt"))]


@functools.cache
def _folder() -> str:
    return tempfile.mkdtemp()


def _letters(ending: str) -> Iterator[bytes]:
    for folder in (ROOT / "examples", SHARED / "letters"):
        yield from (path.read_bytes() for path in sorted(folder.rglob(f"*{ending}")))


def _seeds(target: str) -> Iterator[bytes]:
    """Yield the initial inputs of a target."""
    documents = [path.read_bytes() for path in sorted(STORED.glob("*.json"))]
    if target == "load_framework":
        folders = (ROOT / "tests/frameworks", Path(im.__file__).parent / "frameworks/data")
        yield from (path.read_bytes() for folder in folders for path in sorted(folder.glob("*.toml")))
    elif target == "compare":
        lines = [json.dumps(json.loads(document)).encode() for document in documents]
        yield from (b"\n".join(lines[at : at + 2]) for at in range(len(lines)))
        records = [im.dumps(im.read_letter(letter).inspection) for letter in _examples()]
        yield "\n".join(" ".join(record.split("\n")) for record in records).encode()
    elif target.startswith("read"):
        letters = list(_letters(".txt"))
        yield from letters
        yield from (letter[at : at + 400] for letter in letters for at in range(0, len(letter), 400))
        if target != "read_letter":
            yield from _letters(".pdf")
        if target == "read_batches":
            yield from documents
    else:
        yield from documents
        yield from (path.read_bytes() for path in sorted(SHARED.glob("corpora/JSONTestSuite/**/*.json")))


def _fuzz(target: str, options: list[str]) -> None:
    corpus = WORK / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(_seeds(target)):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    words = WORK / "words.dict"
    words.write_text(make_dictionary(Path(im.__file__).parent), encoding="ascii")
    settings = [f"-dict={words}", f"-artifact_prefix={WORK}/{target}-", "-timeout=30", "-rss_limit_mb=2048"]
    settings += ["-max_len=400000" if target in ("read_letter_file", "read_batches") else "-max_len=20000"]
    atheris.Setup([sys.argv[0], str(corpus), *settings, "-print_final_stats=1", *options], TARGETS[target])
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Run the targets named by the arguments; return the exit status."""
    target, options = (arguments[0], arguments[1:]) if arguments else ("", [])
    if target in TARGETS:
        _fuzz(target, options)
        return 0
    if target == "all" and options and options[0].isdigit():
        limit = f"-max_total_time={options[0]}"
        commands = [[sys.executable, __file__, name, limit, *options[1:]] for name in TARGETS]
        return max(subprocess.run(command, check=False).returncode for command in commands)
    print(f"usage: fuzz.py {{{'|'.join(TARGETS)}}} [libFuzzer option ...]\n       fuzz.py all SECONDS [...]")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Run `read_batches()` in engines and compare the rows with those of `read_letters()`.

``nox -s engines`` installs the engines and runs this program; Spark needs Java. ``-o FILE`` writes the report
for the documentation.

Each engine runs in a separate process with two workers: first on one document, which shows how long it takes
to start, then on a quarter of the documents, and then on all. Just before it, `read_letters()` reads them in
two processes, so that other load on the machine affects both. The program fails if the rows of an engine
differ from those of `read_letters()` in one process. The documents are the texts and the PDFs of
``../shared`` or, if that folder is missing, of ``examples``; ``--documents`` names other folders.

``--page FILE`` runs the examples of a page of the documentation instead: the blocks of the language ``py``,
each as a program in a folder with the documents in ``letters``, which writes ``findings.parquet``.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from inspection_model import tables
from inspection_model.model import Reading
from inspection_model.reading import read_letters

ROOT = Path(__file__).parents[1]
SHARED = [ROOT.parent / "shared" / name for name in ("letters", "reports")]
EXAMPLES = [ROOT / "examples"]
LETTERS = {".pdf", ".txt"}
PROCESSORS = 2
# Every fourth document: what each computation costs apart from its documents is the same for some and all.
SOME = 4
# A worker holds the documents of a batch in memory; a PDF has some hundred kilobytes.
BATCH = 8
PARTS = 16
MILLION = 1_000_000

Read: TypeAlias = Callable[[Path], Any]
"""A function from a folder of documents to a table of pyarrow."""


def module(name: str) -> Any:
    """Import a library, of which some have no types and none is needed by the others."""
    return importlib.import_module(name)


def one_process() -> Read:
    """Return the function that reads a folder with `read_letters()` in this process."""
    return lambda folder: _read_letters(folder, processes=1)


def two_processes() -> Read:
    """Return the function that reads a folder with `read_letters()` in two processes."""
    return lambda folder: _read_letters(folder, processes=PROCESSORS)


def _read_letters(folder: Path, processes: int) -> Any:
    paths = [str(path) for path in folder.iterdir()]
    documents = (
        tables.Document(
            record=result if isinstance(result, Reading) else None,
            file=path,
            sha256=hashlib.sha256(Path(path).read_bytes()).hexdigest(),
            error=None if isinstance(result, Reading) else str(result),
        )
        for path, result in zip(paths, read_letters(paths, processes=processes), strict=True)
    )
    return module("pyarrow").table(tables.findings(documents))


def duckdb() -> Read:
    """Return the function that reads a folder in DuckDB, which calls Python in its own process."""
    arrow, database = module("pyarrow"), module("duckdb")
    files = database.connect()  # a connection has one open result at a time

    def read(folder: Path) -> Any:
        query = "select filename as name, content from read_blob($files)"
        documents = files.sql(query, params={"files": f"{folder}/*"})
        batches = tables.read_batches(documents.to_arrow_reader(BATCH))
        found = arrow.RecordBatchReader.from_batches(tables.batch_schema(), batches)
        return database.from_arrow(found).to_arrow_table()

    return read


def dask() -> Read:
    """Return the function that reads a folder in Dask, which starts two processes for each computation."""
    arrow, frames = module("pyarrow"), module("dask.dataframe")

    def read(folder: Path) -> Any:
        paths = [str(path) for path in folder.iterdir()]
        parts = [paths[start : start + BATCH] for start in range(0, len(paths), BATCH)]
        found = frames.from_map(frame_of, parts, meta=frame_of([]))
        frame = found.compute(scheduler="processes", num_workers=PROCESSORS)
        return arrow.Table.from_pandas(frame, tables.batch_schema(), preserve_index=False)

    return read


def frame_of(paths: Sequence[str]) -> Any:
    """Return the findings of files as a data frame: a task of Dask."""
    arrow, pandas = module("pyarrow"), module("pandas")
    contents = arrow.array([Path(path).read_bytes() for path in paths], "binary")
    documents = arrow.record_batch([arrow.array(paths, "string"), contents], ["name", "content"])
    found = arrow.Table.from_batches(tables.read_batches([documents]))
    return found.to_pandas(types_mapper=pandas.ArrowDtype)


def ray() -> Read:
    """Start Ray; return the function that reads a folder."""
    arrow, data = module("pyarrow"), module("ray.data")
    module("ray").init(
        num_cpus=PROCESSORS, include_dashboard=False, log_to_driver=False, logging_level="ERROR"
    )
    data.DataContext.get_current().enable_progress_bars = False

    def found(documents: Any) -> Any:
        return arrow.Table.from_batches(tables.read_batches([documents]))

    def read(folder: Path) -> Any:
        files = data.read_binary_files(str(folder), include_paths=True, override_num_blocks=PARTS)
        documents = files.rename_columns({"path": "name", "bytes": "content"})
        batches = documents.map_batches(found, batch_size=BATCH, batch_format="pyarrow")
        blocks = batches.iter_batches(batch_size=None, batch_format="pyarrow")
        return arrow.concat_tables([block.cast(tables.batch_schema()) for block in blocks])

    return read


def spark() -> Read:
    """Start Spark; return the function that reads a folder."""
    # The workers of Spark run the Python that these variables name.
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = module("pyspark.sql").SparkSession.builder.master(f"local[{PROCESSORS}]")
    options = {"spark.ui.enabled": "false", "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH)}
    session = builder.config(map=options).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    schema = module("pyspark.sql.pandas.types").from_arrow_schema(tables.batch_schema())

    def read(folder: Path) -> Any:
        files = session.read.format("binaryFile").load(str(folder)).repartition(PARTS)
        documents = files.selectExpr("substring(path, 6) as name", "content")  # without "file:"
        return documents.mapInArrow(tables.read_batches, schema).toArrow()

    return read


ENGINES: dict[str, tuple[str, Callable[[], Read]]] = {
    "one_process": ("`read_letters()`, one process", one_process),
    "two_processes": ("`read_letters()`, two processes", two_processes),
    "duckdb": ("DuckDB", duckdb),
    "dask": ("Dask", dask),
    "ray": ("Ray Data", ray),
    "spark": ("Spark", spark),
}
PACKAGES = ("duckdb", "dask", "ray", "pyspark", "pyarrow")


@attrs.frozen(kw_only=True)
class Run:
    """What was measured of an engine.

    Attributes:
        start: The seconds until it had read one document.
        seconds: The seconds for each set of documents.
    """

    start: float
    seconds: list[float]


def run(name: str, folders: Sequence[Path], target: Path) -> Run:
    """Run an engine in this process; write the rows of the last folder, that of all documents.

    Args:
        name: The engine: a key of `ENGINES`.
        folders: The folders to read; the first shows how long the start takes.
        target: The file for the rows.
    """
    began = time.perf_counter()
    read = ENGINES[name][1]()
    read(folders[0])
    start = time.perf_counter() - began
    seconds: list[float] = []
    found = None
    for folder in folders[1:]:
        began = time.perf_counter()
        found = read(folder)
        seconds.append(time.perf_counter() - began)
    module("pyarrow.parquet").write_table(module("pyarrow").table(found), target)
    return Run(start=start, seconds=seconds)


def rows_of(file: Path) -> list[dict[str, Any]]:
    """Return the rows of findings of a file in one order, without documents that cannot be read."""
    found: list[dict[str, Any]] = module("pyarrow.parquet").read_table(file).to_pylist()
    rows = [row for row in found if row.pop("error", None) is None]
    return sorted(rows, key=lambda row: (row["source_file"], row["position"]))


def measure(folders: Sequence[Path], work: Path) -> dict[str, tuple[Run, Run]]:
    """Run each engine in a separate process, and compare its rows with those of `read_letters()`.

    Returns:
        For each engine, its run and that of `read_letters()` in two processes just before it.

    Raises:
        SystemExit: If the rows of an engine differ.
    """
    runs: dict[str, tuple[Run, Run]] = {}
    expected: list[dict[str, Any]] = []
    for name in ENGINES:
        before, _ = in_new_process("two_processes", folders, work)
        found, rows = in_new_process(name, folders, work)
        runs[name] = found, before
        expected = expected or rows
        if not rows or rows != expected:
            sys.exit(f"{name}: {len(rows)} rows that differ from the {len(expected)} of read_letters()")
        print(f"{name}: {len(rows)} equal rows, {found}, before {before}", file=sys.stderr)
    return runs


def in_new_process(name: str, folders: Sequence[Path], work: Path) -> tuple[Run, list[dict[str, Any]]]:
    """Run an engine in a separate process; return what was measured, and its rows."""
    target = work / f"{name}.parquet"
    command = [sys.executable, __file__, "--run", name, str(target), *map(str, folders)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1])), rows_of(target)


def copies(folders: Sequence[Path], work: Path) -> list[Path]:
    """Copy one document, some documents, and all documents, each to a folder."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in LETTERS)
    sets = {"one": files[:1], "some": files[::SOME], "all": files}
    for name, chosen in sets.items():
        (work / name).mkdir()
        for number, file in enumerate(chosen):
            shutil.copyfile(file, work / name / f"{number:05}-{file.name}")
    return [work / name for name in sets]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def report(folders: Sequence[Path]) -> str:
    """Run all engines and return the report."""
    with tempfile.TemporaryDirectory() as place:
        sets = copies(folders, Path(place))
        some, many = (len(list(each.iterdir())) for each in sets[1:])
        size = sum(file.stat().st_size for file in sets[2].iterdir()) / many / 1000
        runs = measure(sets, Path(place))
        count = len(rows_of(Path(place, "one_process.parquet")))
    # Of two computations, because each costs something apart from its documents.
    rates = {
        name: [(many - some) / (each.seconds[1] - each.seconds[0]) for each in both]
        for name, both in runs.items()
    }
    known = max(before for _, before in rates.values())
    head = ["engine", "start, s", "speed relative to two processes", "documents/s", "1,000,000 documents, h"]
    rows: list[list[str]] = []
    for name, (rate, before) in rates.items():
        ratio = rate / before
        figures = [runs[name][0].start, ratio, ratio * known, MILLION / (ratio * known) / 3600]
        rows.append([ENGINES[name][0], *(f"{figure:,.2f}" for figure in figures)])
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return "\n".join(
        [
            f"Measured with CPython {platform.python_version()}, {versions}; {PROCESSORS} processors, "
            f"{many:,} documents of {size:.0f} kB. All engines gave the {count:,} rows of `read_letters()`.",
            "",
            *table(head, rows),
        ]
    )


def run_examples(page: Path, folders: Sequence[Path]) -> None:
    """Run the examples of a page; each must write as many findings as `read_letters()` finds.

    Raises:
        SystemExit: If there is no example, or if one writes another number of findings.
    """
    examples = re.findall(r"^```py\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    parquet = module("pyarrow.parquet")
    for number, example in enumerate(examples, start=1):
        with tempfile.TemporaryDirectory() as place:
            copies(folders, Path(place))
            Path(place, "all").rename(Path(place, "letters"))
            count = _read_letters(Path(place, "letters"), processes=1).num_rows
            Path(place, "example.py").write_text(example, encoding="utf-8")
            subprocess.run([sys.executable, "example.py"], cwd=place, check=True)
            found = parquet.read_table(Path(place, "findings.parquet")).num_rows
        print(f"example {number}: {found} findings", file=sys.stderr)
        if not count or found != count:
            sys.exit(f"example {number} of {page} wrote {found} findings, not {count}")
    if not examples:
        sys.exit(f"{page} has no examples")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    parser.add_argument("--documents", type=Path, nargs="+", help="folders of letters and reports")
    parser.add_argument("--page", type=Path, help="run the examples of this page")
    parser.add_argument("--run", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        name, target, *folders = options.run
        print(json.dumps(attrs.asdict(run(name, [Path(each) for each in folders], Path(target)))))
        return
    if options.page:
        run_examples(options.page, options.documents or EXAMPLES)
        return
    found = options.documents or (SHARED if all(each.is_dir() for each in SHARED) else EXAMPLES)
    text = report(found)
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

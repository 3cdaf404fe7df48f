"""Measure the writing of tables: ``python benchmarks/tables.py``, with the extra ``duckdb``.

- JSON Lines to Parquet, against the JSON reader of DuckDB with given types, which checks nothing else. The
  records are as many as ``--records``; no two findings have one text, because the words are in another order.
- A folder of letters and reports to a spreadsheet by the command, against reading them.

Every case runs in a separate process, so that its memory is its own. The cases of a comparison run
alternately, and the fastest of ``--rounds`` rounds counts, because other load on the machine can only slow
one down. Imports are not measured. ``-o FILE`` writes the report for the documentation. The documents are
those of ``../shared`` or, if that folder is missing, of ``examples``.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import attrs

from inspection_model import tables
from inspection_model.cli.running import run
from inspection_model.model import Finding, Inspection, Reading
from inspection_model.reading import read_letter_file, read_letters
from inspection_model.serialising import write_json_lines

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
MODERN = ROOT / "examples/wenmouth-2023-03-28.txt"
FINDINGS = 22  # the median of 48 published letters of 2018 and later
PROCESSES = 2
MORE = 2

TYPES = {
    "framework": "VARCHAR",
    "authority": "STRUCT(name VARCHAR, identifiers STRUCT(scheme VARCHAR, value VARCHAR)[])",
    "partnership": "STRUCT(name VARCHAR)",
    "visit": 'STRUCT(periods STRUCT("start" DATE, "end" DATE)[])',
    "judgements": "STRUCT(area VARCHAR, grade VARCHAR)[]",
    "findings": (
        "STRUCT(category VARCHAR, number INTEGER, heading VARCHAR, area VARCHAR, text VARCHAR, "
        'parts VARCHAR[], responsible VARCHAR[], "references" STRUCT(scheme VARCHAR, value VARCHAR)[])[]'
    ),
    "declared": "STRUCT(category VARCHAR, state VARCHAR, count INTEGER)[]",
    "publication": "STRUCT(date DATE)",
}
QUERY = """
copy (
  select framework, authority.name as authority_as_printed, partnership.name as partnership,
    list_filter(authority.identifiers, lambda each: each.scheme = 'dfe-la')[1].value as dfe,
    list_filter(authority.identifiers, lambda each: each.scheme = 'gss')[1].value as gss,
    visit.periods[1].start as first_day, visit.periods[-1].end as last_day, publication.date as document_date,
    finding.category, finding.number, finding.heading, finding.area, finding.text, finding.parts,
    finding.responsible, finding.references
  from (select *, unnest(findings) as finding
        from read_json($source, columns = $types, format = 'newline_delimited'))
) to '{target}' (format parquet, compression zstd)
"""


@attrs.frozen(kw_only=True)
class Run:
    """What was measured of a case.

    Attributes:
        seconds: The time that passed.
        processor: The time of the processors, of all processes.
        memory: The most memory of a process, in megabytes; with workers, of all processes together at most.
    """

    seconds: float
    processor: float
    memory: float


def duckdb(source: str, target: str) -> None:
    """Write the findings of JSON Lines to Parquet with DuckDB."""
    database: Any = importlib.import_module("duckdb")
    connection = database.connect(config={"threads": PROCESSES})
    connection.execute(QUERY.format(target=target), {"source": source, "types": TYPES})


def one_process(source: str, target: str) -> None:
    """Write the findings of JSON Lines to Parquet in this process."""
    tables.write_tables(source, f"{target}.parquet")


def two_processes(source: str, target: str) -> None:
    """Write the findings of JSON Lines to Parquet with two worker processes."""
    tables.write_tables(source, f"{target}.parquet", processes=PROCESSES)


def read(source: str, _target: str) -> None:
    """Read the letters and reports of a folder in as many processes as there are processors."""
    for _ in read_letters(sorted(Path(source).iterdir())):
        pass


def spreadsheet(source: str, target: str) -> None:
    """Write the tables of a folder to a workbook, as the command does.

    Raises:
        SystemExit: If the command fails.
    """
    if run(["table", source, "-o", f"{target}.xlsx"]):
        sys.exit("the command failed")


CASES: dict[str, Callable[[str, str], None]] = {
    function.__name__: function for function in (duckdb, one_process, two_processes, read, spreadsheet)
}


def measured(name: str, source: str, target: str) -> Run:
    """Run a case in this process and measure it."""
    for library in ("duckdb", "pyarrow.parquet", "nanoarrow", "xlsxwriter"):
        importlib.import_module(library)
    before, began = os.times(), time.perf_counter()
    CASES[name](source, target)
    seconds, after = time.perf_counter() - began, os.times()
    workers = PROCESSES * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + workers) / 1000
    return Run(seconds=seconds, processor=sum(after[:4]) - sum(before[:4]), memory=memory)


def fastest(cases: Sequence[tuple[str, Path]], work: Path, rounds: int) -> list[Run]:
    """Run cases alternately, each with its source, and return the fastest run of each."""
    runs: list[list[Run]] = [[] for _ in cases]
    for _ in range(rounds):
        for series, (name, source) in zip(runs, cases, strict=True):
            command = [sys.executable, __file__, "--run", name, str(source), str(work / name)]
            done = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
            )
            series.append(Run(**json.loads(done.stdout.splitlines()[-1])))
    return [
        Run(
            seconds=min(each.seconds for each in series),
            processor=min(each.processor for each in series),
            memory=max(each.memory for each in series),
        )
        for series in runs
    ]


def documents() -> list[Path]:
    """Return the PDFs of the letters and reports, or the examples if there are none."""
    found = [path for name in ("letters", "reports") for path in sorted((SHARED / name).rglob("*.pdf"))]
    return found or sorted((ROOT / "examples").glob("*.txt"))


def sources() -> dict[str, list[Inspection]]:
    """Return the records of each task by its name: an invented letter, and the published letters."""
    letter = read_letter_file(MODERN).inspection
    letter = attrs.evolve(letter, findings=tuple(islice(cycle(letter.findings), FINDINGS)))
    paths = sorted((SHARED / "letters").rglob("*.txt"))
    published = [each.inspection for each in read_letters(paths) if isinstance(each, Reading)]
    return {"an invented letter": [letter], **({"published letters": published} if published else {})}


def write_distinct(records: Sequence[Inspection], count: int, target: Path) -> None:
    """Write as many records to JSON Lines; the words of their findings are in another order in each."""
    source = random.Random(1)  # noqa: S311  # reproducible, and not a secret

    def mixed(finding: Finding) -> Finding:
        words = finding.text.split(" ")
        return attrs.evolve(finding, text=" ".join(source.sample(words, len(words))))

    write_json_lines(
        (
            attrs.evolve(record, findings=tuple(map(mixed, record.findings)))
            for record in islice(cycle(records), count)
        ),
        target,
    )


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def parquet(count: int, rounds: int, work: Path) -> list[str]:
    """Compare JSON Lines to Parquet with DuckDB, and measure the memory for more records."""
    rows: list[list[str]] = []
    for name, records in sources().items():
        source, more = work / "records.jsonl", work / "more.jsonl"
        write_distinct(records, count, source)
        write_distinct(records, MORE * count, more)
        names = ("duckdb", "one_process", "two_processes")
        first, one, two = fastest([(each, source) for each in names], work, rounds)
        larger, *_ = fastest([("two_processes", more)], work, 1)
        figures = [first.seconds, one.seconds, two.seconds, first.seconds / two.seconds]
        figures += [first.processor / two.processor]
        memory = [first.memory, two.memory, larger.memory]
        size = f"{name} ({source.stat().st_size / count / 1000:.1f} kB a record)"
        rows.append([size, *(f"{each:.2f}" for each in figures), *(f"{each:.0f}" for each in memory)])
    head = [f"{count:,} records of", "DuckDB, two threads, s", "one process, s", "two processes, s"]
    head += ["speed relative to DuckDB", "by processor time"]
    head += ["memory of DuckDB, MB", "of two processes, MB", f"of these for {MORE * count:,} records, MB"]
    return table(head, rows)


def folder(paths: Sequence[Path], rounds: int, work: Path) -> list[str]:
    """Compare a folder to a spreadsheet with reading it."""
    place = work / "documents"
    place.mkdir()
    for number, path in enumerate(paths):
        (place / f"{number:03}{path.suffix}").write_bytes(path.read_bytes())
    reading, writing = fastest([("read", place), ("spreadsheet", place)], work, rounds)
    return [
        f"Reading {len(paths)} documents takes {reading.seconds:.2f} s, and the command that writes their "
        f"tables to a spreadsheet {writing.seconds:.2f} s: {writing.seconds / reading.seconds:.2f} of that "
        f"time, {writing.processor / reading.processor:.2f} by processor time.",
        "",
    ]


def report(count: int, rounds: int) -> str:
    """Run all measurements and return the report."""
    paths = documents()
    versions = ", ".join(
        f"{name} {version(name)}" for name in ("duckdb", "pyarrow", "nanoarrow", "xlsxwriter")
    )
    with tempfile.TemporaryDirectory() as place:
        return "\n".join(
            [
                f"Measured with CPython {platform.python_version()}, {versions}; {os.cpu_count()} "
                f"processors, {rounds} rounds.",
                "",
                *folder(paths, rounds, Path(place)),
                *parquet(count, rounds, Path(place)),
            ]
        )


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    parser.add_argument("--records", type=int, default=10_000, help="how many records go to Parquet")
    parser.add_argument("--rounds", type=int, default=5, help="how often each case is measured")
    parser.add_argument("--run", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(attrs.asdict(measured(*options.run))))
        return
    text = report(options.records, options.rounds)
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

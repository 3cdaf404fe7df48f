"""Compare JSON with other libraries in time and memory: ``python benchmarks/json_benchmark.py``.

Two records are measured: one in ASCII, and one as large as the median of the modern letters, which have
curly quotes. The lines of JSON Lines end with a line feed. The garbage collector is paused while lines
are loaded and written, for every library.

The times are medians of processor time. All cases run alternately in one process, so that other load
on the machine affects all of them. ``-o FILE`` writes the report for the documentation.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections import deque
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import attrs

from inspection_model.model import Finding, Inspection
from inspection_model.reading import read_letter
from inspection_model.serialising import dumps, iter_json_lines, load_json_lines, loads, write_json_lines
from json_peers import Peer, peers, pydantic_source

SHARED = Path(__file__).parents[2] / "shared/letters/contact-referral-assessment/plymouth-2009-10-28.txt"
EXAMPLE = Path(__file__).parent / "example.json"
MODERN = Path(__file__).parents[1] / "examples/wenmouth-2023-03-28.txt"
LINES = 10_000
# The median of 48 published letters of 2018 and later has as many findings, bytes and curly quotes.
FINDINGS = 22
SENTENCE = (
    "Managers know each child\u2019s plan, and they check every week that what was agreed has been done, "
    "so that a change in a family is seen early and does not have to wait for the next meeting. Records "
    "are clear in most teams, although a few of them do not say why a decision was made or who made it."
)


def the_records() -> dict[str, Inspection]:
    """Return the records by their names: one in ASCII, and a modern one."""
    return {"ASCII": _ascii_record(), "modern": _modern_record()}


def _ascii_record() -> Inspection:
    """Return the Plymouth record, or an invented one of its size if that is missing."""
    if SHARED.is_file():
        return read_letter(SHARED.read_text(encoding="utf-8")).inspection
    return cast(Inspection, loads(EXAMPLE.read_bytes()))


def _modern_record() -> Inspection:
    """Return the record of the modern sample letter with as much text as the median of the real ones."""
    record = read_letter(MODERN.read_text(encoding="utf-8")).inspection
    findings: list[Finding] = []
    for number in range(FINDINGS):
        finding = record.findings[number % len(record.findings)]
        findings.append(attrs.evolve(finding, text=f"{finding.text} {SENTENCE}"))
    return attrs.evolve(record, findings=tuple(findings))


def interleaved(cases: dict[str, Callable[[], object]], *, rounds: int, repeat: int) -> dict[str, float]:
    """Run the cases alternately; return the median processor time of each, in microseconds."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            started = time.process_time()
            for _ in range(repeat):
                case()
            times[name].append((time.process_time() - started) / repeat * 1e6)
    return {name: statistics.median(series) for name, series in times.items()}


def one_record(record: Inspection, others: list[Peer]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the times of decoding and of encoding one record, by library, in microseconds."""
    data = dumps(record).encode()
    bare = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()
    decode: dict[str, Callable[[], object]] = {"inspection_model": lambda: loads(data)}
    encode: dict[str, Callable[[], object]] = {"inspection_model": lambda: dumps(record)}
    for peer in others:
        value = peer.decode(bare)
        decode[peer.name] = partial(peer.decode, bare)
        encode[peer.name] = partial(peer.encode, value)
    return interleaved(decode, rounds=300, repeat=10), interleaved(encode, rounds=300, repeat=10)


def lines(record: Inspection, peer: Peer) -> dict[str, float]:
    """Return how many times as fast as a peer JSON Lines are read and written."""
    line = dumps(record).encode() + b"\n"
    many, records, value = [line] * LINES, [record] * LINES, peer.decode(line)
    cases: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "lines kept in memory": (
            lambda: load_json_lines(many),
            lambda: [peer.decode(each) for each in many],
        ),
        "lines streamed": (
            lambda: deque(iter_json_lines(many), maxlen=0),
            lambda: deque(map(peer.decode, many), maxlen=0),
        ),
        "lines written": (
            lambda: write_json_lines(records, io.BytesIO()),
            lambda: io.BytesIO().writelines(_as_line(peer.encode(value)) for _ in records),
        ),
    }
    return {
        name: statistics.median(_timed(theirs) / _timed(ours) for _ in range(5))
        for name, (ours, theirs) in cases.items()
    }


def _as_line(written: str | bytes) -> bytes:
    return (written.encode() if isinstance(written, str) else written) + b"\n"


def _timed(case: Callable[[], object]) -> float:
    """Return the seconds that a case takes with the garbage collector paused."""
    gc.collect()
    gc.disable()
    started = time.process_time()
    kept = case()
    spent = time.process_time() - started
    del kept
    gc.enable()
    return spent


def memory(record: Inspection, peer: Peer, count: int = 500) -> tuple[float, float]:
    """Return the memory per record of many records, for this library and a peer, in kibibytes."""
    line = dumps(record).encode()

    def measured(decode: Callable[[bytes], object]) -> float:
        decode(line)
        gc.collect()
        tracemalloc.start()
        kept = [decode(line) for _ in range(count)]
        size, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del kept
        return size / count / 1024

    return measured(loads), measured(peer.decode)


def imports() -> tuple[float, float, float]:
    """Measure imports in fresh interpreters.

    Returns:
        The milliseconds for the package, for the package with a first document, and for the same
        models in pydantic.
    """
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "models.py").write_text(pydantic_source(), encoding="utf-8")
        reading = 'inspection_model.loads(\'{"schema_version": "2.1", "type": "inspection"}\')'
        programs = {
            "package": "import inspection_model",
            "used": f"import inspection_model; {reading}",
            "pydantic": f"import sys; sys.path.insert(0, {folder!r}); import models",
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for turn in range(16):
            for name, program in programs.items():
                spent = _fresh(program)
                if turn:  # skip the first round, which writes the bytecode
                    times[name].append(spent)
    package, used, other = (statistics.median(series) for series in times.values())
    return package, used, other


def _fresh(program: str) -> float:
    timed = f"import time; s=time.process_time(); {program}; print((time.process_time()-s)*1000)"
    done = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
    return float(done.stdout)


def growth(record: Inspection, times: int = 1000) -> tuple[float, float]:
    """Return how the time per byte grows with the size, for decoding and encoding.

    Each is the time per byte of a record with ``times`` the findings, relative to that of the record.
    """
    large = attrs.evolve(record, findings=record.findings * times)
    one, many = dumps(record).encode(), dumps(large).encode()
    ratios: list[float] = []
    for small_case, large_case in (
        (lambda: loads(one), lambda: loads(many)),
        (lambda: dumps(record), lambda: dumps(large)),
    ):
        series: list[float] = []
        for _ in range(15):
            spent = interleaved({"small": small_case}, rounds=1, repeat=300)["small"]
            spent_large = interleaved({"large": large_case}, rounds=1, repeat=1)["large"]
            series.append(spent_large / len(many) / (spent / len(one)))
        ratios.append(statistics.median(series))
    return ratios[0], ratios[1]


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a Markdown table."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def versus(record: Inspection, others: list[Peer]) -> tuple[list[list[str]], dict[str, float]]:
    """Measure a record; return a row of times for each library, and the figures by their names."""
    decode, encode = one_record(record, others)
    ours, first, struct = "inspection_model", others[0].name, "msgspec.Struct"
    rows = [
        [
            each,
            f"{decode[each]:.1f}",
            f"{decode[each] / decode[first]:.2f}",
            f"{encode[each]:.1f}",
            f"{encode[each] / encode[first]:.2f}",
        ]
        for each in decode
    ]
    ours_memory, theirs_memory = memory(record, others[0])
    figures = {
        "decode, times as fast as pydantic v2": decode[first] / decode[ours],
        "decode, time relative to msgspec.Struct": decode[ours] / decode[struct],
        "encode, times as fast as pydantic v2": encode[first] / encode[ours],
        **{
            f"{LINES:,} {name}, times as fast as pydantic v2": ratio
            for name, ratio in lines(record, others[0]).items()
        },
        "memory per record, relative to pydantic v2": ours_memory / theirs_memory,
    }
    return rows, figures


def report() -> str:
    """Run all measurements and return the report."""
    records, others = the_records(), peers()
    versions = [f"{package} {version(package)}" for package in ("pydantic", "msgspec", "cattrs", "mashumaro")]
    text = [f"Measured with CPython {platform.python_version()}, {', '.join(versions)}."]
    text += [
        "The times are medians of processor time in microseconds; all cases run alternately in one process."
    ]
    columns: list[dict[str, float]] = []
    for name, record in records.items():
        rows, figures = versus(record, others)
        columns.append(figures)
        size = f"{len(dumps(record).encode()):,} bytes, {len(record.findings)} findings"
        head = [f"{name} record ({size})", "decode", "relative to pydantic", "encode", "relative to pydantic"]
        text += ["", *table(head, rows)]
    rows = [[about, *(f"{figures[about]:.2f}" for figures in columns)] for about in columns[0]]
    text += table(["figure", *(f"{name} record" for name in records)], rows)
    package, used, models = imports()
    growing = growth(records["ASCII"])
    others_figures: list[tuple[str, float]] = [
        ("import of the package, relative to the same models in pydantic", package / models),
        ("import and a first document, relative to the import of the same models in pydantic", used / models),
        ("decode of 1,000 times the findings, time per byte relative to the original record", growing[0]),
        ("encode of 1,000 times the findings, time per byte relative to the original record", growing[1]),
    ]
    text += table(["figure", "ratio"], [[about, f"{ratio:.2f}"] for about, ratio in others_figures])
    text += [
        f"The import takes {package:.0f} ms, with a first document {used:.0f} ms, "
        f"and that of the same models in pydantic {models:.0f} ms."
    ]
    return "\n".join(text) + "\n"


def main(arguments: Any = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    options = parser.parse_args(arguments)
    text = report()
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Compare JSON with other libraries in time and memory: ``python benchmarks/json_benchmark.py``.

The times are medians of processor time. All cases run alternately in one process, so that other load
on the machine affects all of them. ``-o FILE`` writes the report for the documentation.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

import attrs

from inspection_model.model import Inspection
from inspection_model.reading import read_letter
from inspection_model.serialising import dumps, load_json_lines, loads
from json_peers import Peer, peers, pydantic_source

SHARED = Path(__file__).parents[2] / "shared/letters/contact-referral-assessment/plymouth-2009-10-28.txt"
EXAMPLE = Path(__file__).parent / "example.json"
LINES = 10_000


def the_record() -> tuple[Inspection, str]:
    """Return the Plymouth record, or an invented one of its size if that is missing, and its name."""
    if SHARED.is_file():
        return read_letter(SHARED.read_text(encoding="utf-8")).inspection, "the Plymouth record"
    return cast(Inspection, loads(EXAMPLE.read_bytes())), "an invented record of the same size"


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


def held_lines(record: Inspection, peer: Peer) -> tuple[float, float]:
    """Return the time per line, for this library and a peer, of loading lines and keeping all records.

    The unit is microseconds.
    """
    line = dumps(record).encode()
    lines = [line] * LINES

    def timed(load: Callable[[], object]) -> float:
        gc.collect()
        started = time.process_time()
        kept = load()
        spent = time.process_time() - started
        del kept
        return spent / LINES * 1e6

    ours = [timed(lambda: load_json_lines(lines)) for _ in range(3)]
    theirs = [timed(lambda: [peer.decode(each) for each in lines]) for _ in range(3)]
    return statistics.median(ours), statistics.median(theirs)


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
        reading = 'inspection_model.loads(\'{"schema_version": "2.0", "type": "inspection"}\')'
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


def report() -> str:
    """Run all measurements and return the report."""
    record, name = the_record()
    others = peers()
    first = others[0]
    decode, encode = one_record(record, others)
    lines = [
        f"Measured on {name}, {len(dumps(record).encode()):,} bytes with {len(record.findings)} findings,",
        f"with CPython {platform.python_version()}, "
        + ", ".join(
            f"{package} {version(package)}" for package in ("pydantic", "msgspec", "cattrs", "mashumaro")
        )
        + ".",
        "The times are medians of processor time in microseconds; all cases run alternately in one process.",
        "",
    ]
    lines += table(
        ["library", "decode", "relative to pydantic", "encode", "relative to pydantic"],
        [
            [
                each,
                f"{decode[each]:.1f}",
                f"{decode[each] / decode[first.name]:.2f}",
                f"{encode[each]:.1f}",
                f"{encode[each] / encode[first.name]:.2f}",
            ]
            for each in decode
        ],
    )
    ours_held, theirs_held = held_lines(record, first)
    ours_memory, theirs_memory = memory(record, first)
    package, used, models = imports()
    growing = growth(record)
    ours, struct = "inspection_model", "msgspec.Struct"
    figures: list[tuple[str, float]] = [
        ("decode, times as fast as pydantic v2", decode[first.name] / decode[ours]),
        ("decode, time relative to msgspec.Struct", decode[ours] / decode[struct]),
        ("encode, times as fast as pydantic v2", encode[first.name] / encode[ours]),
        (f"{LINES:,} lines kept in memory, times as fast as pydantic v2", theirs_held / ours_held),
        ("memory per record, relative to pydantic v2", ours_memory / theirs_memory),
        ("import of the package, relative to the same models in pydantic", package / models),
        ("import and a first document, relative to the import of the same models in pydantic", used / models),
        ("decode of 1,000 times the findings, time per byte relative to the original record", growing[0]),
        ("encode of 1,000 times the findings, time per byte relative to the original record", growing[1]),
    ]
    lines += table(["figure", "ratio"], [[about, f"{ratio:.2f}"] for about, ratio in figures])
    lines += [
        f"This library and pydantic v2 take {ours_held:.1f} and {theirs_held:.1f} µs per line kept "
        f"in memory, {ours_memory:.1f} and {theirs_memory:.1f} kB of memory per record, "
        f"and {package:.0f} and {models:.0f} ms for the import.",
    ]
    return "\n".join(lines) + "\n"


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

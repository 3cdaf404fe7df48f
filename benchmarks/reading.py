"""Time of reading: ``python benchmarks/reading.py``.

What is compared is run in turn, round after round, in one process, so that a busy moment of the
machine meets all of it; medians are compared, of a folder and of hostile texts the quickest rounds. Each
part has a process of its own, so that none works in the memory that another has left. ``-o FILE``
writes the report for the documentation.
The letters are those of ``../shared``; where they are missing, the sample letters of ``examples``.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from multiprocessing import Process
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from inspection_model.reading import read_letter, read_letter_file, read_letters
from inspection_model.reading.pdf import pdf_text

T = TypeVar("T")
Clock: TypeAlias = Callable[[], float]

ROOT = Path(__file__).parents[1]
PLYMOUTH = ROOT.parent / "shared/letters/contact-referral-assessment/plymouth-2009-10-28.txt"
SAMPLE = ROOT / "examples/thornbeck-2009-11-19.txt"
PDFS = ROOT.parent / "shared/letters/focused-visits"
GROWTHS = (1, 10, 100, 1000)
HOSTILE_SIZE = 500_000

HOSTILE = {
    "one character": "a",
    "line feeds": "\n",
    "spaces": " ",
    "bullets on one line": "- ",
    "bullets": "- a\n",
    "words on one line": "a ",
    "nested brackets": "(",
    "dates on one line": "6 and 7 October 2009 ",
    "dates": "6 and 7 October 2009\n",
    "headings": "Areas for development\n",
    "headings and items": "Strengths\n\n- One.\n\n",
}


def timed(cases: dict[str, Callable[[], object]], *, rounds: int, clock: Clock) -> dict[str, list[float]]:
    """Time cases in turn; give the seconds of each in all rounds.

    The garbage collector rests meanwhile, as in `timeit`: when it passes over everything is chance.
    """
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            gc.collect()
            gc.disable()
            started = clock()
            case()
            times[name].append(clock() - started)
            gc.enable()
    return times


def medians(cases: dict[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Give the median of each case, in seconds of this process's time on the processor."""
    times = timed(cases, rounds=rounds, clock=time.process_time)
    return {name: statistics.median(series) for name, series in times.items()}


def quickest(cases: dict[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Give the quickest round of each case, in seconds on the wall, for cases that use several processors.

    What else a machine does takes one of them away for a while, and never gives one.
    """
    times = timed(cases, rounds=rounds, clock=time.perf_counter)
    return {name: min(series) for name, series in times.items()}


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Write a Markdown table, the first column left, the others right."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def the_letter() -> tuple[str, str]:
    """Give the Plymouth letter or the sample letter, and its name."""
    if PLYMOUTH.is_file():
        return PLYMOUTH.read_text(encoding="utf-8"), "the Plymouth letter"
    return SAMPLE.read_text(encoding="utf-8"), "the sample letter"


def against_split() -> list[str]:
    """Compare reading with the cheapest thing that can be done with lines."""
    text, name = the_letter()

    def many(case: Callable[[], object], times: int) -> None:
        for _ in range(times):
            case()

    spent = medians(
        {
            "split": partial(many, lambda: text.split("\n"), 500),
            "read": partial(many, lambda: read_letter(text), 5),
        },
        rounds=101,
    )
    split, read = spent["split"] / 500, spent["read"] / 5
    return [
        f"Reading {name} ({len(text):,} characters) takes {read * 1e3:.2f} ms, "
        f'{read / split:.0f} times `text.split("\\n")` ({split * 1e6:.1f} µs).',
        "",
    ]


def lengthened(text: str, times: int) -> str:
    """Repeat every list item of a letter."""
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        kept += [paragraph] * (times if paragraph.lstrip().startswith("-") else 1)
    return "\n\n".join(kept)


def growth() -> list[str]:
    """Read a letter with more and more findings."""
    text, _ = the_letter()
    texts = {times: lengthened(text, times) for times in GROWTHS}
    cases: dict[str, Callable[[], object]] = {}
    for times, each in texts.items():
        # Short letters are read as often as a long one is long: no case is lost in the clock's grain.
        repeat = max(1, 100 // times)
        cases[str(times)] = partial(_repeatedly, each, repeat)
    spent = medians(cases, rounds=5)
    rows: list[list[str]] = []
    first = 0.0
    for times, each in texts.items():
        per_character = spent[str(times)] / max(1, 100 // times) / len(each)
        first = first or per_character
        findings = len(read_letter(each).inspection.findings)
        rows.append(
            [
                f"{times:,}",
                f"{findings:,}",
                f"{len(each):,}",
                f"{per_character * 1e9:.0f}",
                f"{per_character / first:.2f}",
            ]
        )
    return table(["times the items", "findings", "characters", "nanoseconds a character", "relative"], rows)


def _repeatedly(text: str, times: int) -> None:
    for _ in range(times):
        read_letter(text)


def hostile() -> list[str]:
    """Read 0.5 MB and 1 MB of what no letter is made of."""
    rows: list[list[str]] = []
    for name, unit in HOSTILE.items():
        half = unit * (HOSTILE_SIZE // len(unit))
        started = time.process_time()
        read_letter(half)
        # What takes milliseconds is read often: one interruption would double its time.
        often = max(1, round(0.05 / (time.process_time() - started)))
        cases: dict[str, Callable[[], object]] = {
            "half": partial(_repeatedly, half, often),
            "whole": partial(_repeatedly, half * 2, often),
        }
        times = timed(cases, rounds=9, clock=time.process_time)
        spent = {case: min(series) / often for case, series in times.items()}
        rows.append(
            [name, f"{spent['half']:.3f}", f"{spent['whole']:.3f}", f"{spent['whole'] / spent['half']:.2f}"]
        )
    return table(["1 MB of", "0.5 MB, s", "1 MB, s", "ratio"], rows)


def imports() -> list[str]:
    """Compare the import with that of two modules of the standard library."""
    programs = {"ours": "import inspection_model", "theirs": "import json, dataclasses", "nothing": "pass"}
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(16):
        for name, program in programs.items():
            spent = _fresh(program)
            if turn:  # the first one writes the byte code
                times[name].append(spent)
    ours, theirs, _ = (statistics.median(series) for series in times.values())
    return [
        f"`import inspection_model` takes {ours * 1e3:.0f} ms in a fresh interpreter, "
        f"{ours / theirs:.1f} times `import json, dataclasses` ({theirs * 1e3:.0f} ms).",
        "",
    ]


def _fresh(program: str) -> float:
    timed = f"import time; s=time.process_time(); {program}; print(time.process_time()-s)"
    done = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)  # noqa: S603
    return float(done.stdout)


def pdfs() -> list[str]:
    """Compare reading of PDFs' text with its extraction, and one process with two."""
    paths = sorted(PDFS.glob("*.pdf"))
    if not paths:
        return []
    texts = [_extracted(path) for path in paths]
    times = timed(
        {
            "alone": partial(_each, _text_range, paths),
            "extract": partial(_each, _extracted, paths),
            "read": partial(_each, read_letter, texts),
        },
        rounds=15,
        clock=time.process_time,
    )
    spent = {name: statistics.median(series) for name, series in times.items()}
    # Of each round by itself: a moment in which the machine is slow meets both.
    share = statistics.median(
        read / extract for read, extract in zip(times["read"], times["extract"], strict=True)
    )
    folder = quickest(
        {
            "one": lambda: list(read_letters(paths, processes=1)),
            "two": lambda: list(read_letters(paths, processes=2)),
            "halves": partial(_halves, paths),
        },
        rounds=15,
    )
    count = len(paths)
    return [
        f"Of {count} PDFs, pypdfium2 with our order of reading extracts the text in "
        f"{spent['extract'] / count * 1e3:.1f} ms each; "
        f"reading that text takes {spent['read'] / count * 1e3:.2f} ms, "
        f"{share:.3f} of it (the median of the rounds' shares). "
        f"(pypdfium2 alone, in whatever order the file has: {spent['alone'] / count * 1e3:.1f} ms.)",
        f"The folder takes {folder['one']:.2f} s with one process and {folder['two']:.2f} s with two: "
        f"{folder['one'] / folder['two']:.2f} times as fast ({os.cpu_count()} processors). "
        f"(What the machine allows: two processes that read a half each and give nothing back are "
        f"{folder['one'] / folder['halves']:.2f} times as fast.)",
        "",
    ]


def _halves(paths: Sequence[Path]) -> None:
    halves = [Process(target=_each, args=(read_letter_file, paths[start::2])) for start in (0, 1)]
    for half in halves:
        half.start()
    for half in halves:
        half.join()


def _extracted(path: Path) -> str:
    return pdf_text(path.read_bytes(), name=str(path))


def _text_range(path: Path) -> None:
    pypdfium2: Any = import_module("pypdfium2")  # it has no type information
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def _each(function: Callable[[T], object], values: Sequence[T]) -> None:
    for value in values:
        function(value)


PARTS = {function.__name__: function for function in (against_split, growth, imports, pdfs, hostile)}


def report() -> str:
    """Measure everything and write the report."""
    lines = [
        f"Measured with CPython {platform.python_version()}: processor time, medians "
        "(of the folder: time on the wall, the quickest of 15; of hostile texts: the quickest of 9), "
        "the garbage collector at rest.",
        "",
    ]
    for part in PARTS:
        alone = [sys.executable, __file__, "--part", part]
        lines.append(subprocess.run(alone, capture_output=True, text=True, check=True).stdout)  # noqa: S603
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    parser.add_argument("--part", choices=PARTS, help="measure this part alone, in this process")
    options = parser.parse_args()
    text = "\n".join(PARTS[options.part]()) if options.part else report()
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

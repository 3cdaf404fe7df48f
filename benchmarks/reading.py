"""Measure the time of reading: ``python benchmarks/reading.py``.

Cases that are compared run alternately in one process, so that other load on the machine affects all
of them. The report shows medians; for the folder and for hostile input it shows the fastest round.
Each part runs in a separate process, so that memory left by one part does not affect another.
``-o FILE`` writes the report for the documentation.
The letters are read from ``../shared`` or, if that folder is missing, from ``examples``.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import os
import platform
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from multiprocessing import Process
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from inspection_model.reading import read_letter, read_letter_file, read_letters
from inspection_model.reading.files.pdf import pdf_text
from inspection_model.reading.files.pdfium import Function, Writer, pdfium

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
    "dates below gaps": "3 May 2011\n\n",
    "headings": "Areas for development\n",
    "headings and items": "Strengths\n\n- One.\n\n",
}

STAGES = {
    "get_page": "PDFium: load a page",
    "get_textpage": "PDFium: the characters of a page",
    "page_objects": "what may hide text",
    "rows": "rows",
    "make_page": "lines",
    "text_of_pages": "paragraphs",
    "lay_out": "layout of the text",
    "_extract": "facts of the letter",
}
"""The functions that take most of the time of a letter in a PDF, and what they find."""

READING_STAGES = {
    "split_lines": "lines",
    "find_furniture": "page furniture",
    "split_run_in_headings": "headings on the line of their text",
    "paragraph_starts": "starts of paragraphs",
    "split_blocks": "blocks",
    "lay_out": "layout, with the five above",
    "segment": "parts",
    "read_head": "head",
    "read_opening": "opening",
    "read_sections": "sections",
    "read_signatures": "signatures",
    "_reading": "passages and remarks",
}
"""The functions that take most of the time of a text, and what they find."""


def timed(cases: dict[str, Callable[[], object]], *, rounds: int, clock: Clock) -> dict[str, list[float]]:
    """Run the cases alternately; return the seconds that each case took in every round.

    The garbage collector is disabled while a case runs, as in `timeit`, because it would run at
    arbitrary times.
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
    """Return the median processor time of each case, in seconds."""
    times = timed(cases, rounds=rounds, clock=time.process_time)
    return {name: statistics.median(series) for name, series in times.items()}


def quickest(cases: dict[str, Callable[[], object]], *, rounds: int) -> dict[str, float]:
    """Return the wall-clock time of the fastest round of each case, in seconds.

    For cases that use several processors. Other load on the machine can only slow a round down, so
    the fastest round is the least disturbed one.
    """
    times = timed(cases, rounds=rounds, clock=time.perf_counter)
    return {name: min(series) for name, series in times.items()}


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Return the lines of a Markdown table: the first column left-aligned, the others right-aligned."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def the_letter() -> tuple[str, str]:
    """Return the Plymouth letter, or the sample letter if that is missing, and its name."""
    if PLYMOUTH.is_file():
        return PLYMOUTH.read_text(encoding="utf-8"), "the Plymouth letter"
    return SAMPLE.read_text(encoding="utf-8"), "the sample letter"


def against_split() -> list[str]:
    """Compare reading a letter with splitting its text into lines."""
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
        f'which is {read / split:.0f} times the time of `text.split("\\n")` ({split * 1e6:.1f} µs).',
        "",
    ]


def lengthened(text: str, times: int) -> str:
    """Return the text of a letter with every list item repeated."""
    kept: list[str] = []
    for paragraph in text.split("\n\n"):
        kept += [paragraph] * (times if paragraph.lstrip().startswith("-") else 1)
    return "\n\n".join(kept)


def growth() -> list[str]:
    """Measure reading of a letter with a growing number of findings."""
    text, _ = the_letter()
    texts = {times: lengthened(text, times) for times in GROWTHS}
    cases: dict[str, Callable[[], object]] = {}
    for times, each in texts.items():
        # Read short letters repeatedly, so that every case takes long enough for the resolution of the clock.
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
    return table(
        ["list items, multiple", "findings", "characters", "nanoseconds per character", "relative"], rows
    )


def _repeatedly(text: str, times: int) -> None:
    for _ in range(times):
        read_letter(text)


def hostile() -> list[str]:
    """Measure reading of 0.5 MB and 1 MB of text that does not occur in letters."""
    rows: list[list[str]] = []
    for name, unit in HOSTILE.items():
        half = unit * (HOSTILE_SIZE // len(unit))
        started = time.process_time()
        read_letter(half)
        # Repeat cases that take milliseconds: a single interruption would double their time.
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
    """Compare the import time of the package with that of two standard library modules."""
    programs = {"ours": "import inspection_model", "theirs": "import json, dataclasses", "nothing": "pass"}
    times: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(16):
        for name, program in programs.items():
            spent = _fresh(program)
            if turn:  # skip the first round, which writes the bytecode
                times[name].append(spent)
    ours, theirs, _ = (statistics.median(series) for series in times.values())
    return [
        f"`import inspection_model` takes {ours * 1e3:.0f} ms in a fresh interpreter, "
        f"which is {ours / theirs:.1f} times the time of `import json, dataclasses` ({theirs * 1e3:.0f} ms).",
        "",
    ]


def _fresh(program: str) -> float:
    timed = f"import time; s=time.process_time(); {program}; print(time.process_time()-s)"
    done = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
    return float(done.stdout)


def pdfs() -> list[str]:
    """Compare reading the text of PDFs with extracting it, and one process with two."""
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
    # The ratios are computed per round, because a slow moment of the machine affects both times.
    share, over = (
        statistics.median(own / alone for own, alone in zip(times[name], times["alone"], strict=True))
        for name in ("read", "extract")
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
        f"pypdfium2 alone takes {spent['alone'] / count * 1e3:.1f} ms per file for the text of {count} PDFs, "
        "in the order of the file. "
        f"The text as a person sees it takes {spent['extract'] / count * 1e3:.1f} ms, "
        f"{over:.2f} of that time; "
        f"reading it takes another {spent['read'] / count * 1e3:.2f} ms, {share:.2f} of that time "
        "(medians of the ratios of the rounds).",
        "",
        f"The folder takes {folder['one']:.2f} s with one process and {folder['two']:.2f} s with two, "
        f"which is {folder['one'] / folder['two']:.2f} times as fast ({os.cpu_count()} processors). "
        f"For comparison, two processes that each read half of the files and return nothing are "
        f"{folder['one'] / folder['halves']:.2f} times as fast.",
        "",
    ]


def stages() -> list[str]:
    """Return which share of the time each stage of a PDF and of a text takes, as `cProfile` counts it."""
    paths = sorted(PDFS.glob("*.pdf"))
    if not paths:
        return []
    texts = [_extracted(path) for path in paths]
    _each(read_letter, texts)  # what is set up once does not count
    calls = _calls_of_pdfium(paths) / len(paths)
    of_pdf, _ = _profiled(read_letter_file, paths, STAGES)
    of_text, functions = _profiled(read_letter, texts, READING_STAGES)
    return [
        *table(["stage of a letter in a PDF", "function", "share of the time"], of_pdf),
        *table(["stage of a letter's text", "function", "share of the time"], of_text),
        f"A letter in a PDF takes {calls:,.0f} calls of PDFium, besides loading its pages. "
        f"Reading its text takes {functions / len(texts):,.0f} calls of functions.",
        "",
    ]


def _profiled(
    function: Callable[[T], object], values: Sequence[T], stages: dict[str, str]
) -> tuple[list[list[str]], int]:
    """Return a row for each stage of calls of a function, and how many calls of functions these made."""
    profile = cProfile.Profile()
    profile.runcall(_each, function, values)
    stats: Any = pstats.Stats(profile)
    found: dict[tuple[str, int, str], tuple[int, int, float, float, Any]] = stats.stats
    spent = {name: times[3] for (_, _, name), times in found.items() if name in {*stages, "_each"}}
    rows = [[about, f"`{name}`", f"{spent[name] / spent['_each']:.2f}"] for name, about in stages.items()]
    return rows, stats.total_calls


def _calls_of_pdfium(paths: Sequence[Path]) -> int:
    """Return how often files make the package call the functions of PDFium that it uses itself."""
    functions = pdfium()
    calls = 0

    def counted(function: Function | Writer) -> Function | Writer:
        if isinstance(function, Writer):
            return Writer(cast(Function, counted(function.function)))

        def call(*arguments: Any) -> Any:
            nonlocal calls
            calls += 1
            return function(*arguments)

        return call

    own = dict(vars(functions))
    vars(functions).update({name: counted(function) for name, function in own.items()})
    try:
        _each(_extracted, paths)
    finally:
        vars(functions).update(own)
    return calls


def _halves(paths: Sequence[Path]) -> None:
    halves = [Process(target=_each, args=(read_letter_file, paths[start::2])) for start in (0, 1)]
    for half in halves:
        half.start()
    for half in halves:
        half.join()


def _extracted(path: Path) -> str:
    return pdf_text(path.read_bytes(), name=str(path)).text


def _text_range(path: Path) -> None:
    pypdfium2: Any = import_module("pypdfium2")  # has no type information
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def _each(function: Callable[[T], object], values: Sequence[T]) -> None:
    for value in values:
        function(value)


PARTS = {function.__name__: function for function in (against_split, growth, imports, pdfs, stages, hostile)}


def report() -> str:
    """Run every part in a separate process and return the report."""
    lines = [
        f"Measured with CPython {platform.python_version()} and the garbage collector disabled. "
        "The times are medians of processor time, except for the folder (wall-clock time, fastest of "
        "15 rounds) and for hostile input (processor time, fastest of 9 rounds).",
        "",
    ]
    for part in PARTS:
        alone = [sys.executable, __file__, "--part", part]
        lines.append(subprocess.run(alone, capture_output=True, text=True, check=True).stdout)
    return "\n".join(lines)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="write the report to this file")
    parser.add_argument("--part", choices=PARTS, help="measure only this part, in this process")
    options = parser.parse_args()
    text = "\n".join(PARTS[options.part]()) if options.part else report()
    print(text)
    if options.output:
        options.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

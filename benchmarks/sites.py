"""Measure the time of writing a site, relative to reading: ``python benchmarks/sites.py``.

All is done in one process. ``-o FILE`` writes the report for the documentation. The documents are the PDFs in
``../shared`` or, if that folder is missing, the letters in ``examples``.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import inspection_model as im

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
ROUNDS = 5


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main() -> None:
    """Measure, and print or write the report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("-o", type=Path)
    output = parser.parse_args().o
    paths = sorted(path for name in ("letters", "reports") for path in (SHARED / name).rglob("*.pdf"))
    paths = paths or sorted((ROOT / "examples").glob("*.txt"))
    readings: list[im.Reading] = []
    with tempfile.TemporaryDirectory() as folder:
        im.write_site([im.read_letter_file(paths[0])], Path(folder, "site"))  # loads what both need
        reading = seconds(lambda: readings.extend(map(im.read_letter_file, paths)))
        records = [each.inspection for each in readings]
        whole = min(seconds(lambda: im.write_site(readings, Path(folder, "site"))) for _ in range(ROUNDS))
        bare = min(seconds(lambda: im.write_site(records, Path(folder, "site"))) for _ in range(ROUNDS))
    report = _report(len(paths), reading, whole, bare)
    if output:
        output.write_text(report, encoding="utf-8")
    else:
        print(report, end="")


def _report(count: int, reading: float, whole: float, records: float) -> str:
    return (
        f"Measured with CPython {platform.python_version()}: processor time of one process, for the sites the"
        f" fastest of {ROUNDS} rounds.\n\n"
        f"| {count} documents | seconds | relative to reading |\n| --- | ---: | ---: |\n"
        f"| reading | {reading:.1f} | 1.00 |\n"
        f"| the site of the readings, with their source texts | {whole:.2f} | {whole / reading:.2f} |\n"
        f"| the site of the records | {records:.2f} | {records / reading:.2f} |\n"
    )


if __name__ == "__main__":
    main()

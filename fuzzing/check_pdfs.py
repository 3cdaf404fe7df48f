"""Read the PDFs that ``make_pdfs.py`` wrote, and count those whose findings are exact.

python fuzzing/check_pdfs.py FOLDER
"""

from __future__ import annotations

import collections
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import inspection_model as im

DOUBTS = {im.RemarkCode.PARAGRAPHS_UNCERTAIN, im.RemarkCode.UNREAD, im.RemarkCode.HEADING_UNKNOWN}


def verdict(path: Path) -> str:
    """Return how the findings of a PDF compare with those beside it."""
    right = [tuple(pair) for pair in json.loads(path.with_suffix(".json").read_text())["findings"]]
    try:
        reading = im.read_letter_file(path)
    except im.InspectionModelError as error:
        return f"refused: {error}"
    except Exception as error:  # a foreign one: a fault
        return f"raises {type(error).__name__}"
    found = [(str(each.category), each.text) for each in reading.inspection.findings]
    if found == right:
        return "exact"
    doubtful = any(remark.code in DOUBTS for remark in reading.remarks)
    texts = {text for _, text in found}
    merged = any(sum(text in other for _, text in right) > 1 for other in texts - {text for _, text in right})
    kind = "merged" if merged else "split or other words"
    return f"{kind}, {'with' if doubtful else 'without'} a remark"


def main(arguments: Sequence[str]) -> int:
    """Print the counts, and the files that are not exact; return the exit status."""
    if len(arguments) != 1:
        print("usage: check_pdfs.py FOLDER")
        return 2
    counts: collections.Counter[str] = collections.Counter()
    for path in sorted(Path(arguments[0]).glob("*.pdf")):
        found = verdict(path)
        counts[found] += 1
        if found != "exact":
            print(f"{path.name}: {found}")
    for found, count in counts.most_common():
        print(f"{count:5} {found}")
    return int(counts.keys() != {"exact"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Read damaged letters: real and invented ones with random changes, without a coverage-guided fuzzer.

Each input is derived from a seed, so that a failure can be repeated::

    python fuzzing/damage.py texts 100000
    python fuzzing/damage.py pdfs 30000

A text must be read, its passages must be a partition of it, and its record must survive JSON. A PDF must be
read, or refused with an error of the library, within a time and a memory; it is read in a process of its
own. Inputs that fail are written to ``.fuzzing/``.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import inspection_model as im

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WORK = ROOT / ".fuzzing"
SECONDS, MEMORY = 60, 4 << 30
LARGEST = 250_000
_SIGNS = [
    *"\x00\x0b\x0c\r\n\t \u00a0\u00ad\u200b\u2028\u2029\ufffe\ufeff\ud800\u202e",
    *"\u0301\u2022\u2013\u2610\uf0b7",
    *",.;:()[]'\"\u2019\u201c0123456789",
    *("\n\n\n", " and ", " with ", " on ", " 31 February 2023 ", "&amp;", "=E2=80=99", "Dear A\n"),
    *("Yours sincerely\n", "This letter ", " (HMI)", " seventy ", " within ", " working days "),
]
_TOKENS = [b"0", b"9", b"-1", b"/", b"<<", b">>", b"[", b"]", b"obj", b"endobj", b"stream", b"\x00", b"\xff"]


def damaged_text(rng: random.Random, texts: Sequence[str]) -> str:
    """Return a text, or the beginning of one, with some changes."""
    text = rng.choice(texts)
    if rng.random() < 0.5:  # more changes where most facts are
        text = text[: rng.randrange(1500, 6000)]
    for _ in range(rng.randrange(1, 12)):
        text = rng.choice((_with_lines_changed, _with_words_changed, _with_sign, _with_sign))(rng, text)
    if rng.random() < 0.1:
        other = rng.choice(texts)
        text = text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other)) :]
    return text


def _with_lines_changed(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    start = rng.randrange(len(lines))
    end = start + rng.randrange(1, 6)
    chosen = lines[start:end]
    changed = rng.choice(([], [" ".join(chosen)], chosen * 2, chosen[::-1]))
    return "\n".join([*lines[:start], *changed, *lines[end:]])


def _with_words_changed(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    at = rng.randrange(len(words))
    changed: list[str] = rng.choice(([], [rng.choice(words), words[at]]))
    return " ".join([*words[:at], *changed, *words[at + 1 :]])


def _with_sign(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(_SIGNS) + text[at + rng.randrange(3) :]


def damaged_pdf(rng: random.Random, files: Sequence[bytes]) -> bytes:
    """Return a PDF with some bytes changed, left out or repeated."""
    data = bytearray(rng.choice(files))
    for _ in range(rng.choice((1, 1, 2, 4, 8, 32))):
        at = rng.randrange(len(data) + 1)
        length = rng.choice((1, 1, 2, 4, 16, 200))
        old = data[at : at + length]
        new = rng.choice((b"", old * 2, rng.randbytes(len(old)), rng.choice(_TOKENS)))
        data[at : at + length] = new
    return bytes(data[: rng.randrange(len(data))] if rng.random() < 0.05 else data)


def check_text(text: str) -> None:
    """Check the laws of reading for a text."""
    reading = im.read_letter(text)
    assert "".join(text[each.start : each.end] for each in reading.passages) == text
    assert im.loads(im.dumps(reading.inspection)) == reading.inspection


def run_texts(count: int, seed: int = 0) -> int:
    """Read damaged texts; return how many failed."""
    paths = [
        *(ROOT / "examples").rglob("*.txt"),
        *SHARED.glob("letters/*/*.txt"),
        *SHARED.glob("reports/*/*.txt"),
    ]
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths)]
    failed, slowest = 0, 0.0
    for index in range(count):
        text = damaged_text(random.Random(f"{seed} {index}"), texts)
        start = time.monotonic()
        try:
            check_text(text)
        except Exception as error:  # any exception is a fault
            failed += 1
            _keep(f"text-{seed}-{index}", text.encode("utf-8", "surrogatepass"), repr(error))
        slowest = max(slowest, time.monotonic() - start)
    print(f"{count} texts, {failed} failed, slowest {slowest:.2f} s")
    return failed


def run_pdfs(count: int, seed: int = 0, read: Callable[[bytes], object] = im.read_letter_bytes) -> int:
    """Read damaged PDFs, each in a process that is limited; return how many failed."""
    folders = (ROOT / "examples", WORK / "generated", SHARED / "letters", SHARED / "reports")
    paths = [path for folder in folders for path in folder.rglob("*.pdf")]
    files = [path.read_bytes() for path in sorted(paths) if path.stat().st_size < LARGEST]
    failed = refused = 0
    for index in range(count):
        data = damaged_pdf(random.Random(f"{seed} {index}"), files)
        status = _status_of(lambda data=data: read(data))
        refused += status == _REFUSED
        if status not in (0, _REFUSED):
            failed += 1
            _keep(f"pdf-{seed}-{index}", data, f"status {status}")
    print(f"{count} PDFs, {count - failed - refused} read, {refused} refused, {failed} failed")
    return failed


_REFUSED, _FAULT = 3, 4


def _status_of(read: Callable[[], object]) -> int:
    """Return the exit status of a process that reads a file: negative for a signal."""
    child = os.fork()
    if not child:
        status = _FAULT
        try:
            signal.alarm(SECONDS)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            read()
            status = 0
        except im.LetterFormatError:
            status = _REFUSED
        except BaseException as error:
            print(repr(error)[:300], file=sys.stderr)
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _keep(name: str, data: bytes, reason: str) -> None:
    WORK.mkdir(exist_ok=True)
    (WORK / name).write_bytes(data)
    print(f"{name}: {reason}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Run one kind of damage; return the exit status."""
    runs = {"texts": run_texts, "pdfs": run_pdfs}
    if not 2 <= len(arguments) <= 3 or arguments[0] not in runs:
        print(f"usage: damage.py {{{'|'.join(runs)}}} COUNT [SEED]")
        return 2
    return int(runs[arguments[0]](*map(int, arguments[1:])) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

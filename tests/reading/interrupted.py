"""A folder run that Ctrl-C interrupts at a certain moment: a program for `test_interruptions`.

It is given the number of the moment and the letters. Moments are the instructions and lines that the main
thread executes in the standard library's code for processes, threads and locks. Where that code holds a lock,
not every moment is harmless.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Any

from inspection_model.reading import read_letters

_WHERE = ("concurrent/futures/", "threading.py", "queue.py")


def main(paths: list[str], moment: int) -> int:
    """Read the letters and give the status: 0 at their end, 130 when Ctrl-C ended it."""
    executed = 0

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal executed
        executed += event in {"opcode", "line"}  # some versions tell lines alone
        if executed == moment:
            sys.settrace(None)
            signal.raise_signal(signal.SIGINT)
        return step

    def enter(frame: FrameType, *_: object) -> Any:
        frame.f_trace_opcodes = any(where in frame.f_code.co_filename for where in _WHERE)
        return step if frame.f_trace_opcodes else None

    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.register_at_fork(after_in_child=lambda: sys.settrace(None))
    sys.settrace(enter)
    try:
        for _ in read_letters(paths, processes=2):
            pass
    except KeyboardInterrupt:
        return 130
    finally:
        sys.settrace(None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], int(sys.argv[1])))

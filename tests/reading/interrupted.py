"""Read letters in several processes and interrupt that at a given moment: a program for `test_interruptions`.

Its arguments are the number of the moment and the paths of the letters. Moments are the instructions and
lines that the main thread executes in the modules that start, serve and stop processes. An interruption
there may leave a process running, or a lock taken.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Any

from inspection_model.reading import read_letters

_WHERE = ("multiprocessing/", "inspection_model/reading/files/work", "selectors.py")


def main(paths: list[str], moment: int) -> int:
    """Read the letters; return the exit status: 0 after all of them, 130 after Ctrl-C."""
    executed = 0

    def step(frame: FrameType, event: str, _: object) -> Any:
        nonlocal executed
        executed += event in {"opcode", "line"}  # some Python versions trace only lines
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

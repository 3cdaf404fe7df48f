"""The command line: the thin edge. It needs the extra ``cli`` (click and rich)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from inspection_model.errors import MissingExtraError

__all__ = ["main"]

# What click and rich are called when one of them is missing.
_EXTRA = frozenset({"click", "rich"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process.

    Args:
        arguments: The arguments; those of the process when left out.

    Raises:
        SystemExit: Always, with the status: 0 when all is done; 1 when one of several inputs failed,
            or `check --strict` has remarks; 2 when the only input or the output failed, or the
            command is wrong; 130 after Ctrl-C; 141 when the reader of the output has gone.
    """
    try:
        from inspection_model.cli.running import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write(f"inspection-model: {MissingExtraError('the command line', 'cli')}\n")
        sys.exit(2)
    sys.exit(run(arguments))

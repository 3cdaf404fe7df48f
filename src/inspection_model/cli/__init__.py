"""The command line interface. It requires the extra ``cli`` (click and rich)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from inspection_model.cli.streams import replace_closed_streams
from inspection_model.errors import MissingExtraError

__all__ = ["main"]

# The packages of the extra: an import error for one of them means that the extra is not installed.
_EXTRA = frozenset({"click", "rich"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit.

    Args:
        arguments: The command-line arguments; by default those of the process.

    Raises:
        SystemExit: Always, with the exit status: 0 on success; 1 if one of several inputs failed or
            `check --strict` found remarks; 2 if the only input or the output failed, or on a usage
            error; 130 after Ctrl-C; 141 if the reader of standard output closed it; 143 after SIGTERM.
    """
    replace_closed_streams()
    try:
        from inspection_model.cli.running import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write(f"inspection-model: {MissingExtraError('the command line', 'cli')}\n")
        sys.exit(2)
    sys.exit(run(arguments))

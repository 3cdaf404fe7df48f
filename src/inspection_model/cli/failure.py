"""The end of a command that cannot do what it was asked."""

from __future__ import annotations

__all__ = ["INTERRUPTED", "READER_GONE", "TERMINATED", "Failure"]

INTERRUPTED = 130
"""128 and the number of SIGINT: what a shell says of a program that Ctrl-C ended."""
READER_GONE = 141
"""128 and the number of SIGPIPE: of a program whose output nobody reads any more."""
TERMINATED = 143
"""128 and the number of SIGTERM: of a program that was asked to end."""


class Failure(Exception):  # noqa: N818 - a command's end is no error of a caller's
    """A command ends with a message and a status.

    Args:
        message: What is wrong, where and what to try; empty when nothing need be said.
        status: The exit status.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

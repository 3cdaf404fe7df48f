"""The exception that ends a command with a message, and the exit statuses."""

from __future__ import annotations

__all__ = ["INTERRUPTED", "READER_GONE", "TERMINATED", "Failure"]

INTERRUPTED = 130
"""128 plus the number of SIGINT, as shells report a program that Ctrl-C ended."""
READER_GONE = 141
"""128 plus the number of SIGPIPE: the reader of standard output has closed it."""
TERMINATED = 143
"""128 plus the number of SIGTERM."""


class Failure(Exception):  # noqa: N818 - it also ends a command without an error
    """Ends a command with a message and an exit status.

    Args:
        message: What is wrong, where, and what to do; empty to print nothing.
        status: The exit status.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

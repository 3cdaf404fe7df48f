"""The end of a command that cannot do what it was asked."""

from __future__ import annotations

__all__ = ["Failure"]


class Failure(Exception):  # noqa: N818 - it never leaves the command line, whose word this is
    """A command ends with a message and a status.

    Args:
        message: What is wrong, where and what to try.
        status: The exit status.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

    def __str__(self) -> str:
        return self.message

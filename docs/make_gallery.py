"""Make the pictures of the gallery from the samples: ``python docs/make_gallery.py`` in the project's folder.

The commands run in a pseudo-terminal, which Windows does not have. The pages are photographed by Chromium;
the environment variable ``CHROMIUM`` names its program, by default ``chromium``.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

IMAGES = Path(__file__).with_name("images")
COLUMNS = 90
TERMINALS = {
    "summary": ["read", "examples/wenmouth-2023-03-28.txt"],
    "overview": [
        "read",
        "examples/thornbeck-2009-11-19.txt",
        "examples/wenmouth-2023-03-28.txt",
        "examples/wenmouth-2024-10-22.txt",
    ],
    "compare": ["compare", "examples/wenmouth-2023-03-28.txt", "examples/wenmouth-2024-10-22.txt"],
    "history": ["history", "examples/wenmouth-2023-03-28.txt", "examples/wenmouth-2024-10-22.txt"],
}
PAGE = ["read", "--reading", "--format", "html", "examples/wenmouth-2023-03-28.txt"]
SITE = ["site", "examples"]
START = [sys.executable, "-c", "import sys; from inspection_model.cli import main; sys.exit(main())"]

# The style sheet of rich loads a font from the web; the pictures use the fonts of the reader.
_WEB_FONT = re.compile(r"@font-face \{[^}]*\}\s*")


def shown_in_terminal(arguments: list[str]) -> str:
    """Return what a command prints to a terminal, with its escape sequences."""
    ours, its = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [*START, *arguments]
    with subprocess.Popen(command, stdout=its, stderr=subprocess.DEVNULL, env=environment):  # noqa: S603
        os.close(its)
        printed = b""
        try:
            while part := os.read(ours, 65536):
                printed += part
        except OSError:  # Linux reports the end of a pseudo-terminal as an error
            pass
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


def write_terminal(name: str, arguments: list[str]) -> None:
    """Write the picture of a command and its output."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        command = " \\\n    ".join([f"$ inspection-model {arguments[0]} {arguments[1]}", *arguments[2:]])
        console.print(Text(command, style="bold"))
        console.print(Text.from_ansi(shown_in_terminal(arguments)))
    svg = console.export_svg(title="inspection-model", unique_id=name)
    lines = [line.rstrip() for line in _WEB_FONT.sub("", svg).splitlines()]
    (IMAGES / f"{name}.svg").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_page(name: str, arguments: list[str], page: str, width: int, height: int) -> None:
    """Write a photograph of a page that a command writes into a folder, as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output.html")
        subprocess.run([*START, *arguments, "-o", str(output)], check=True, stderr=subprocess.DEVNULL)  # noqa: S603
        browser = [os.environ.get("CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu"]
        picture = f"--screenshot={IMAGES / name}.png"
        size = f"--window-size={width},{height}"
        address = (output / page).as_uri()
        subprocess.run([*browser, "--hide-scrollbars", size, picture, address], check=True)  # noqa: S603


def main() -> None:
    """Write all pictures."""
    IMAGES.mkdir(exist_ok=True)
    for name, arguments in TERMINALS.items():
        write_terminal(name, arguments)
    write_page("page", PAGE, "", 1280, 600)
    write_page("site", SITE, "authorities/wenmouth.html", 1280, 900)


if __name__ == "__main__":
    main()

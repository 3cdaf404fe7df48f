"""Small invented PDFs, written byte by byte, so that every peculiarity is in plain sight."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["RULE", "Run", "column", "make_pdf", "write_pdf"]

# 𝒜, outside the basic plane, for every byte of the second font.
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
    b"1 begincodespacerange <00> <ff> endcodespacerange\n"
    b"2 beginbfchar <41> <D835DC9C> <42> <0000> endbfchar\n"
    b"endcmap end end"
)


class Run(NamedTuple):
    """A run of text in Helvetica at a place of a page, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 12
    font: str = "F1"


def column(*lines: str, x: float = 72, y: float = 700, pitch: float = 15, size: float = 12) -> list[Run]:
    """Set lines one below the other; an empty one leaves its place blank."""
    return [Run(x, y - pitch * index, line, size) for index, line in enumerate(lines) if line]


RULE = Run(72, 600, "", font="")
"""A line drawn across the page."""


def make_pdf(*pages: list[Run], trailer: str = "", media_box: str = "0 0 595 842") -> bytes:
    """Make a PDF of pages of runs."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode %d 0 R >>"
        % (5 + 2 * len(pages)),
    ]
    for index, runs in enumerate(pages):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{media_box}] /Contents {6 + 2 * index} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
        objects += [page.encode(), _stream(b"\n".join(_show(run) for run in runs))]
    objects.append(_stream(_TO_UNICODE))
    return write_pdf(objects, trailer)


def _show(run: Run) -> bytes:
    if run is RULE:
        return f"{run.x} {run.y} m 500 {run.y} l S".encode()
    text = run.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    return f"BT /{run.font} {run.size} Tf {run.x} {run.y} Td (".encode() + text + b") Tj ET"


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content)


def write_pdf(objects: list[bytes], trailer: str = "") -> bytes:
    """Write the objects of a PDF, numbered from 1, with their table and the trailer."""
    data = b"%PDF-1.7\n"
    offsets: list[int] = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    data += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return data

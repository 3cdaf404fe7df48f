"""Small invented PDFs, written byte by byte, so that every peculiarity is in plain sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

__all__ = ["RULE", "Content", "Run", "column", "make_pdf", "show", "write_pdf"]

# The second font: A is 𝒜, outside the basic plane; B is not known; C is half of a character.
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
    b"1 begincodespacerange <00> <ff> endcodespacerange\n"
    b"3 beginbfchar <41> <D835DC9C> <42> <0000> <43> <D835> endbfchar\n"
    b"endcmap end end"
)


class Run(NamedTuple):
    """A run of text in Helvetica at a place of a page, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 12
    font: str = "F1"


Content: TypeAlias = "Run | bytes"
"""A run, or what is drawn in the words of a PDF."""


def column(*lines: str, x: float = 72, y: float = 700, pitch: float = 15, size: float = 12) -> list[Run]:
    """Set lines one below the other; an empty one leaves its place blank."""
    return [Run(x, y - pitch * index, line, size) for index, line in enumerate(lines) if line]


RULE = Run(72, 600, "", font="")
"""A line drawn across the page."""


def make_pdf(
    *pages: Sequence[Content],
    trailer: str = "",
    media_box: str = "0 0 595 842",
    page_entries: str = "",
    resources: str = "",
    form: bytes = b"",
) -> bytes:
    """Make a PDF of pages of runs; ``/Fm Do`` draws the form."""
    last = 5 + 2 * len(pages)
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode %d 0 R >>"
        % last,
    ]
    for index, runs in enumerate(pages):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{media_box}] /Contents {6 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Fm {last + 1} 0 R >> "
            f"{resources} >> {page_entries} >>"
        )
        objects += [page.encode(), _stream(b"\n".join(show(run) for run in runs))]
    objects.append(_stream(_TO_UNICODE))
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
    objects.append(_stream(form, entries + b"/Matrix [1 0 0 1 0 -20]"))
    return write_pdf(objects, trailer)


def show(run: Content) -> bytes:
    """Give a run in the words of a PDF."""
    if isinstance(run, bytes):
        return run
    if run is RULE:
        return f"{run.x} {run.y} m 500 {run.y} l S".encode()
    text = run.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    return f"BT /{run.font} {run.size} Tf {run.x} {run.y} Td (".encode() + text + b") Tj ET"


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


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

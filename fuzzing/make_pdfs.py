"""Write PDFs of invented letters by other programs, each with its findings.

    python fuzzing/make_pdfs.py FOLDER COUNT [SEED]

The letters differ in font, size, leading, gaps, bullets, margins, page size and running lines. Beside
each ``NAME.pdf`` is ``NAME.json`` with the category and the text of each finding. This needs reportlab and
fpdf2, and Chromium as ``chromium``. ``check_pdfs.py`` reads them.
"""

from __future__ import annotations

import html
import json
import random
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OPENING = (
    "This letter summarises the findings of the focused visit to Otterford children's services on 5 and 6 "
    "February 2019. Her Majesty's Inspectors for this visit were Mona Lisle and Ada Quill.",
    "Inspectors looked at the local authority's arrangements for young carers.",
)
HEADINGS = {
    "overview": "Headline findings",
    "priority-action": "Areas for priority action",
    "improvement": "What needs to improve in this area of social work practice",
    "main-finding": "Main findings",
}
NOUNS = ("carers", "plans", "visits", "records", "managers", "audits", "foster-carers", "reviews", "families")
VERBS = ("are", "have been", "remain", "were found to be", "are becoming", "can be")
QUALITIES = (
    "timely",
    "detailed",
    "well recorded",
    "too variable",
    "slow",
    "not always clear",
    "of good quality",
)
ENDINGS = (
    "in most of the cases that inspectors read",
    "because the new system, which began in May, is not used by all teams",
    "when children first need help",
    "and this has not changed since the previous visit",
    "for those aged 16 and 17, who wait longest",
    "so that the next worker can see what was decided at the time",
)
BULLETS = ("\u2022", "-", "\u2013", "*", "\u25a0", "\u25cf")


@dataclass(frozen=True)
class Look:
    """How a letter is set; lengths are in points."""

    font: str
    size: float
    leading: float
    gap: float
    margin: float
    paper: tuple[float, float]
    bullet: str
    indent: float
    justified: bool
    foot: str
    head: str


@dataclass(frozen=True)
class Piece:
    """A paragraph, an item or a heading."""

    kind: str
    text: str


def look(rng: random.Random) -> Look:
    """Return a random look."""
    size = rng.choice((9, 10, 10.5, 11, 12, 14))
    return Look(
        font=rng.choice(("Helvetica", "Times", "Courier")),
        size=size,
        leading=size * rng.choice((1.0, 1.15, 1.2, 1.5, 1.8)),
        gap=size * rng.choice((0.4, 0.6, 0.8, 1.0, 1.5)),
        margin=rng.choice((40, 56, 72, 100)),
        paper=rng.choice(((595, 842), (595, 842), (612, 792), (420, 595))),
        bullet=rng.choice(BULLETS),
        indent=rng.choice((0, 12, 18, 36)),
        justified=rng.random() < 0.3,
        foot=rng.choice(("", "{}", "Page {}", "- {} -", "Focused visit to Otterford  {}")),
        head=rng.choice(("", "", "Letter to Otterford")),
    )


def sentence(rng: random.Random) -> str:
    """Return an invented sentence."""
    words = f"{rng.choice(NOUNS)} {rng.choice(VERBS)} {rng.choice(QUALITIES)}"
    more = f", {rng.choice(ENDINGS)}" if rng.random() < 0.6 else ""
    return f"{words[0].upper()}{words[1:]}{more}."


def pieces(rng: random.Random) -> tuple[list[Piece], list[tuple[str, str]]]:
    """Return the pieces of a letter, and its findings."""
    found: list[tuple[str, str]] = []
    made = [
        Piece("paragraph", "Dear Ms Oakes"),
        Piece("heading", "Focused visit to Otterford children's services"),
    ]
    made += [Piece("paragraph", text) for text in OPENING]
    counts = {"overview": 1, "priority-action": rng.choice((0, 2)), "improvement": rng.randint(2, 4)}
    for category, heading in HEADINGS.items():
        number = counts.get(category, rng.randint(4, 14))
        kind = "item" if category in ("priority-action", "improvement") else "paragraph"
        made += [Piece("heading", heading)] * bool(number)
        for _ in range(number):
            text = " ".join(sentence(rng) for _ in range(1 if kind == "item" else rng.randint(1, 6)))
            found.append((category, text))
            made.append(Piece(kind, text))
    made += [
        Piece("paragraph", text) for text in ("Yours sincerely", "Mona Lisle", "Her Majesty's Inspector")
    ]
    return made, found


def write_reportlab(made: Sequence[Piece], style: Look, path: Path) -> None:
    """Write a letter with the flowing text of reportlab."""
    from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    fonts = {"Times": ("Times-Roman", "Times-Bold")}
    plain, bold = fonts.get(style.font, (style.font, f"{style.font}-Bold"))

    def running(canvas: Any, document: Any) -> None:
        canvas.setFont(plain, style.size - 1)
        canvas.drawCentredString(style.paper[0] / 2, style.margin / 2, style.foot.format(document.page))
        canvas.drawString(style.margin, style.paper[1] - style.margin / 2, style.head)

    alignment = TA_JUSTIFY if style.justified else TA_LEFT
    settings: dict[str, Any] = {"fontSize": style.size, "leading": style.leading, "spaceAfter": style.gap}
    paragraph = ParagraphStyle("p", fontName=plain, alignment=alignment, **settings)
    heading = ParagraphStyle("h", fontName=bold, keepWithNext=1, **settings)
    item = ParagraphStyle("i", parent=paragraph, leftIndent=style.indent + 14, bulletIndent=style.indent)
    styles = {"paragraph": paragraph, "heading": heading, "item": item}
    flow = [
        Paragraph(html.escape(p.text), styles[p.kind], bulletText=style.bullet if p.kind == "item" else None)
        for p in made
    ]
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), style.margin)
    document = SimpleDocTemplate(str(path), pagesize=style.paper, **margins)
    document.build(flow, onFirstPage=running, onLaterPages=running)


def write_fpdf(made: Sequence[Piece], style: Look, path: Path) -> None:
    """Write a letter with the cells of fpdf2."""
    from fpdf import FPDF

    class Letter(FPDF):
        def header(self) -> None:
            self.set_font(style.font, "", style.size - 1)
            self.text(style.margin, style.margin / 2, style.head)

        def footer(self) -> None:
            self.set_font(style.font, "", style.size - 1)
            self.set_y(-style.margin / 2)
            self.cell(0, 10, style.foot.format(self.page_no()), align="C")

    pdf = Letter(unit="pt", format=style.paper)
    pdf.set_margin(style.margin)
    pdf.set_auto_page_break(True, style.margin)
    pdf.add_page()
    bullet = style.bullet if style.bullet in "-*" else chr(149)
    for piece in made:
        pdf.set_font(style.font, "B" if piece.kind == "heading" else "", style.size)
        pdf.set_x(style.margin)
        if piece.kind == "item":
            pdf.set_x(style.margin + style.indent)
            pdf.cell(14, style.leading, bullet.encode("latin-1").decode("latin-1"))
        align = "J" if style.justified and piece.kind != "heading" else "L"
        pdf.multi_cell(0, style.leading, piece.text, align=align, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(style.gap)
    pdf.output(str(path))


def write_chromium(made: Sequence[Piece], style: Look, path: Path) -> None:
    """Write a letter as a web page, and print that."""
    tags = {"paragraph": "p", "heading": "h2"}
    body = "".join(
        f"<ul><li>{html.escape(p.text)}</li></ul>"
        if p.kind == "item"
        else f"<{tags[p.kind]}>{html.escape(p.text)}</{tags[p.kind]}>"
        for p in made
    ).replace("</ul><ul>", "")
    align = "justify" if style.justified else "left"
    css = (
        f"@page{{size:{style.paper[0]}pt {style.paper[1]}pt;margin:{style.margin}pt}}"
        f"body{{font:{style.size}pt/{style.leading}pt {style.font};text-align:{align};margin:0}}"
        f"p,li,h2{{margin:0 0 {style.gap}pt;font-size:{style.size}pt}}"
        f"ul{{margin:0;padding-left:{style.indent + 20}pt}}"
    )
    page = path.with_suffix(".html")
    page.write_text(f"<meta charset=utf-8><title>x</title><style>{css}</style>{body}", encoding="utf-8")
    header = "" if style.foot else "--no-pdf-header-footer"
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={path}",
        header,
        str(page),
    ]
    subprocess.run([*filter(None, command)], check=True, capture_output=True, timeout=60)
    page.unlink()


WRITERS: Mapping[str, Callable[[Sequence[Piece], Look, Path], None]] = {
    "reportlab": write_reportlab,
    "fpdf2": write_fpdf,
    "chromium": write_chromium,
}


def main(arguments: Sequence[str]) -> int:
    """Write the PDFs; return the exit status."""
    if not 2 <= len(arguments) <= 3:
        print("usage: make_pdfs.py FOLDER COUNT [SEED]")
        return 2
    folder, count = Path(arguments[0]), int(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(count):
        rng = random.Random(f"{arguments[2:]} {index}")
        writer = list(WRITERS)[index % len(WRITERS)]
        (made, found), style = pieces(rng), look(rng)
        path = folder / f"{index:04}-{writer}.pdf"
        WRITERS[writer](made, style, path)
        path.with_suffix(".json").write_text(
            json.dumps({"look": str(style), "findings": found}), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

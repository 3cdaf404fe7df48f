"""Check the installed wheel without the sources and without any extra.

    python .ci/bare_wheel.py LETTERS

LETTERS is a folder of letters as text files. The script exits with status 1 at the first failure.
"""

import importlib
import subprocess
import sys
import tempfile
from pathlib import Path

import inspection_model as im

if Path(sys.prefix) not in Path(im.__file__).parents:
    raise SystemExit(f"imported from outside the virtual environment: {im.__file__}")

for name in im.__all__:
    getattr(im, name)
for kind in ("inspection", "reading", "annual-rating"):
    im.json_schema(kind)

letters = sorted(Path(sys.argv[1]).glob("*.txt"))
if not letters:
    raise SystemExit(f"no letters in {sys.argv[1]}")
for letter in letters:
    reading = im.read_letter_file(letter)
    record = reading.inspection
    equal = (
        im.loads(im.dumps(reading)) == reading,
        im.loads(im.dumps(record)) == record,
        im.read_letter(im.render_text(record)).inspection.findings == record.findings,
    )
    if not (record.findings and all(equal) and im.render_html(record) and im.render_markdown(record)):
        raise SystemExit(f"{letter}: {len(record.findings)} findings, {equal}")

with tempfile.TemporaryDirectory() as place:
    index = im.write_site(map(im.read_letter_file, letters), Path(place, "site"))
    if len([*index.parent.glob("inspections/*.html")]) != len(letters):
        raise SystemExit(f"the site of {len(letters)} letters lacks pages")


def read_pdf() -> None:
    """Read a file that starts as a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "letter.pdf"
        pdf.write_bytes(b"%PDF-1.4\n")
        im.read_letter_file(pdf)


for extra, use in (
    ("hypothesis", lambda: importlib.import_module("inspection_model.strategies")),
    ("pdf", read_pdf),
):
    try:
        use()
    except im.MissingExtraError as error:
        if f"inspection-model[{extra}]" not in str(error):
            raise SystemExit(f"the message does not name the extra {extra}: {error}") from error
    else:
        raise SystemExit(f"no MissingExtraError without the extra {extra}")
command = subprocess.run(  # noqa: S603  # the command that the wheel installs
    [Path(sys.executable).with_name("inspection-model"), "--help"],
    capture_output=True,
    text=True,
    check=False,
)
if command.returncode != 2 or "inspection-model[cli]" not in command.stderr:
    raise SystemExit(f"the command does not report its missing extra: {command}")
sys.stdout.write(
    f"the wheel without extras reads, writes and renders {len(letters)} letters, and makes their site\n"
)

"""What has to work with the built wheel alone: no sources, no extra. The argument is a folder of letters."""

import importlib
import subprocess
import sys
from pathlib import Path

import inspection_model as im

HERE = Path(__file__).parent
if HERE / "venv" not in Path(im.__file__).parents:
    raise SystemExit(f"this is not the wheel: {im.__file__}")

for name in im.__all__:
    getattr(im, name)
for kind in ("inspection", "reading", "annual-rating"):
    im.json_schema(kind)

letters = sorted(Path(sys.argv[1]).glob("*.txt"))
if not letters:
    raise SystemExit("there are no letters")
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

pdf = HERE / "letter.pdf"
pdf.write_bytes(b"%PDF-1.4\n")
for extra, ask in (
    ("hypothesis", lambda: importlib.import_module("inspection_model.strategies")),
    ("pdf", lambda: im.read_letter_file(pdf)),
):
    try:
        ask()
    except im.MissingExtraError as error:
        if f"inspection-model[{extra}]" not in str(error):
            raise SystemExit(f"the message names no extra: {error}") from error
    else:
        raise SystemExit(f"this works without the extra {extra}")
command = subprocess.run(  # noqa: S603  # the command of the wheel itself
    [Path(sys.executable).with_name("inspection-model"), "--help"],
    capture_output=True,
    text=True,
    check=False,
)
if command.returncode != 2 or "inspection-model[cli]" not in command.stderr:
    raise SystemExit(f"the command without its extra: {command}")
sys.stdout.write(f"the bare wheel reads, writes and renders {len(letters)} letters\n")

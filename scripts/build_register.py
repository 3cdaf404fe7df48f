"""Rebuild the register of English authorities from the Department for Education's published list.

    python scripts/build_register.py las.csv

The list has one row for each authority and boundary, with the columns la_name, old_la_code (the DfE
code), new_la_code (the GSS code), date_of_operation and date_of_termination (day/month/year). The
register contains these columns only. Rows without a valid DfE code and a valid GSS code are omitted: the
list has the DfE code ``x``, the GSS code ``z``, and two GSS codes joined by a slash.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import sys
from pathlib import Path

REGISTER = Path(__file__).parents[1] / "src/inspection_model/registers/authorities.csv"
HEADER = (
    "# Local authorities in England with responsibility for children's services.\n"
    "# Source: Department for Education, published list of local authorities; Open Government Licence v3.0.\n"
    "# Made by scripts/build_register.py. since and until are the first and the last day of the codes.\n"
)
COLUMNS = ["name", "dfe", "gss", "since", "until"]


def build(source: str) -> str:
    """Return the text of the register, sorted by name and start date, for the text of the published list."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = [_row(row) for row in csv.DictReader(io.StringIO(source))]
    usable = sorted((row for row in rows if _is_usable(row)), key=_name_and_time)
    writer.writerows(usable)
    return HEADER + out.getvalue()


def _row(row: dict[str, str]) -> list[str]:
    days = (_day(row["date_of_operation"]), _day(row["date_of_termination"]))
    return [row["la_name"].strip(), row["old_la_code"].strip(), row["new_la_code"].strip(), *days]


def _day(text: str) -> str:
    return datetime.datetime.strptime(text, "%d/%m/%Y").date().isoformat() if text else ""


def _is_usable(row: list[str]) -> bool:
    _, dfe, gss, *_ = row
    return bool(re.fullmatch("[0-9]{3}", dfe) and re.fullmatch("[A-Z][0-9]{8}", gss))


def _name_and_time(row: list[str]) -> tuple[str, str]:
    name, _, _, since, _ = row
    return name, since


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    REGISTER.write_text(build(Path(sys.argv[1]).read_text(encoding="utf-8-sig")), encoding="utf-8")

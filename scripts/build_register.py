"""Rebuild the register of English authorities from two published lists.

    python scripts/build_register.py las.csv las-urn.csv

The first is the list of the Department for Education. It has one row for each authority and boundary, with
the columns la_name, old_la_code (the DfE code), new_la_code (the GSS code), date_of_operation and
date_of_termination (day/month/year). Rows without a valid DfE code and a valid GSS code are omitted: the
list has the DfE code ``x``, the GSS code ``z``, and two GSS codes joined by a slash.

The second is the look-up table of ofsted-ilacs-scrape-tool, with the columns ofsted_urn, dfe_code,
region_code and region_name. Its region codes are not used, because two rows have that of another region:
Buckinghamshire (825) and Gloucestershire (916). Authorities that are not in it have no URN and no region.
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
    "# urn and region: look-up table of JT-39/ofsted-ilacs-scrape-tool; MIT licence.\n"
    "# Made by scripts/build_register.py. since and until are the first and the last day of the codes.\n"
)
COLUMNS = ["name", "dfe", "gss", "since", "until", "urn", "region"]
REGIONS = (
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
)
"""The regions of England, as the Office for National Statistics writes them."""
NO_PROVIDER = ["", ""]


def build(source: str, providers: str) -> str:
    """Return the text of the register, sorted by name and start date.

    Args:
        source: The text of the list of authorities.
        providers: The text of the list of URNs and regions.

    Raises:
        ValueError: If a URN or a region is not valid.
    """
    by_code = {row["dfe_code"].strip(): _provider(row) for row in csv.DictReader(io.StringIO(providers))}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = [_row(row) for row in csv.DictReader(io.StringIO(source))]
    usable = sorted((row for row in rows if _is_usable(row)), key=_name_and_time)
    writer.writerows([*row, *by_code.get(row[1], NO_PROVIDER)] for row in usable)
    return HEADER + out.getvalue()


def _row(row: dict[str, str]) -> list[str]:
    days = (_day(row["date_of_operation"]), _day(row["date_of_termination"]))
    return [row["la_name"].strip(), row["old_la_code"].strip(), row["new_la_code"].strip(), *days]


def _provider(row: dict[str, str]) -> list[str]:
    urn, printed = row["ofsted_urn"].strip(), row["region_name"].strip()
    region = next((region for region in REGIONS if region.lower() == printed.lower()), None)
    if region is None or not re.fullmatch("[0-9]{5,7}", urn):
        raise ValueError(f"expected a URN of five to seven digits and a region of England, found {row}")
    return [urn, region]


def _day(text: str) -> str:
    return datetime.datetime.strptime(text, "%d/%m/%Y").date().isoformat() if text else ""


def _is_usable(row: list[str]) -> bool:
    _, dfe, gss, *_ = row
    return bool(re.fullmatch("[0-9]{3}", dfe) and re.fullmatch("[A-Z][0-9]{8}", gss))


def _name_and_time(row: list[str]) -> tuple[str, str]:
    name, _, _, since, _ = row
    return name, since


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    lists = (Path(name).read_text(encoding="utf-8-sig") for name in sys.argv[1:])
    REGISTER.write_text(build(*lists), encoding="utf-8")

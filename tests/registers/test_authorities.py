"""The register: its data, their source, and the look-up by code."""

from __future__ import annotations

import datetime
import runpy
import sys
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

from inspection_model.errors import InvalidTypeError
from inspection_model.model import Authority, Identifier
from inspection_model.registers import (
    RegisteredAuthority,
    authorities,
    find_authority,
    registered_authority,
)
from inspection_model.vocabulary import IdentifierScheme

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "build_register.py"
PUBLISHED = ROOT.parent / "shared" / "las.csv"
PROVIDERS = ROOT.parent / "shared" / "las-urn.csv"


def built(rows: str, providers: str = "") -> str:
    """Run a function of the script on the rows of invented published lists."""
    columns = "new_la_code,la_name,date_of_operation,date_of_termination,old_la_code\n"
    of_providers = "ofsted_urn,dfe_code,region_code,region_name\n"
    text: str = runpy.run_path(str(SCRIPT))["build"](columns + rows, of_providers + providers)
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_the_committed_data_are_what_the_script_makes_of_the_published_list() -> None:
    """The data must be rebuilt after a change of the list and never edited by hand."""
    if not PUBLISHED.exists():
        pytest.skip("the published list is not there: ../shared/las.csv")
    committed = files("inspection_model.registers").joinpath("authorities.csv").read_text(encoding="utf-8")
    lists = [path.read_text(encoding="utf-8-sig") for path in (PUBLISHED, PROVIDERS)]
    made = runpy.run_path(str(SCRIPT))["build"](*lists)
    assert committed == made


def test_rows_without_two_usable_codes_are_left_out() -> None:
    """Rows with the DfE code ``x``, the GSS code ``z`` or two GSS codes in one cell are skipped."""
    rows = (
        "E06000001,Sampleton,01/01/2009,,805\n"
        "E06000002,No Code,01/01/2009,,x\n"
        "z,Nowhere,01/01/2009,,806\n"
        "E06000003/E06000004,Twice,01/01/2009,,807\n"
    )
    assert built(rows).splitlines() == [
        "name,dfe,gss,since,until,urn,region",
        "Sampleton,805,E06000001,2009-01-01,,,",
    ]


def test_the_urn_and_the_region_are_those_of_the_dfe_code() -> None:
    """A region has one spelling, and its code in the list, which is wrong in two rows, is not used."""
    rows = "E06000001,Sampleton,01/01/2009,,805\n"
    providers = "80999,805,E12000001,Yorkshire and the Humber\n80998,806,E12000001,London\n"
    assert built(rows, providers).splitlines()[1:] == [
        "Sampleton,805,E06000001,2009-01-01,,80999,Yorkshire and The Humber"
    ]


@pytest.mark.parametrize("provider", ["8099,805,E12000001,London", "80999,805,E12000001,Atlantis"])
def test_a_urn_or_a_region_that_is_none_is_refused(provider: str) -> None:
    """A misprint of the list must not become a fact."""
    with pytest.raises(ValueError, match="expected a URN of five to seven digits and a region of England"):
        built("E06000001,Sampleton,01/01/2009,,805\n", f"{provider}\n")


def test_the_rows_are_sorted_by_name_and_time_with_days_as_iso_8601() -> None:
    """The order of the published list does not affect the result."""
    rows = (
        'E06000009,"Zedton, City of",01/04/2013,,806\n'
        "E06000065,Sampleton,01/04/2023,,805\n"
        "E10000023,Sampleton,01/01/2009,31/03/2023,805\n"
    )
    assert built(rows).splitlines()[1:] == [
        "Sampleton,805,E10000023,2009-01-01,2023-03-31,,",
        "Sampleton,805,E06000065,2023-04-01,,,",
        '"Zedton, City of",806,E06000009,2013-04-01,,,',
    ]


def test_the_script_without_a_list_says_how_it_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing argument causes no traceback, and nothing is written."""
    monkeypatch.setattr(sys, "argv", [str(SCRIPT)])
    with pytest.raises(SystemExit, match=r"build_register\.py las\.csv las-urn\.csv"):
        runpy.run_path(str(SCRIPT), run_name="__main__")


def test_the_data_name_their_source_and_licence() -> None:
    """The licence of the data requires a reference to their source."""
    text = files("inspection_model.registers").joinpath("authorities.csv").read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert "Department for Education" in " ".join(head)
    assert "Open Government Licence v3.0" in " ".join(head)
    assert "ofsted-ilacs-scrape-tool; MIT licence" in " ".join(head)
    assert "scripts/build_register.py" in " ".join(head)


def test_on_every_day_since_2010_no_two_authorities_share_a_name_or_a_code() -> None:
    """It is enough to check the days on which an entry begins or ends."""
    changes = {entry.since for entry in authorities()}
    changes |= {entry.until for entry in authorities() if entry.until}
    assert len(changes) > 5
    for day in changes:
        held = [entry for entry in authorities() if entry.holds_on(day)]
        assert len({entry.name for entry in held}) == len(held)
        assert len({entry.dfe for entry in held}) == len(held)
        assert len({entry.gss for entry in held}) == len(held)


def test_today_153_authorities_are_responsible_for_children() -> None:
    """The number in the published list; former authorities are additional."""
    day = datetime.date(2026, 1, 1)
    assert sum(entry.holds_on(day) for entry in authorities()) == 153
    assert any(entry.until is not None for entry in authorities())


def test_the_codes_of_an_authority_that_changed_follow_each_other_without_a_gap() -> None:
    """For one name and DfE code, a boundary begins on the day after the previous one ends."""
    pairs = [
        (earlier, later)
        for earlier in authorities()
        for later in find_authority(IdentifierScheme.DFE, earlier.dfe)
        if earlier.until is not None and earlier.since < later.since
    ]
    assert pairs
    for earlier, later in pairs:
        assert earlier.until is not None
        assert later.since == earlier.until + datetime.timedelta(days=1)


def test_an_entry_holds_from_its_first_day_to_its_last() -> None:
    """Both days are inclusive."""
    entry = RegisteredAuthority(
        name="Sampleton",
        dfe="999",
        gss="E06999999",
        since=datetime.date(2013, 4, 1),
        until=datetime.date(2023, 3, 31),
    )
    days = [datetime.date(2013, 3, 31), entry.since, entry.until, datetime.date(2023, 4, 1)]
    assert [entry.holds_on(day) for day in days if day] == [False, True, True, False]
    assert attrs.evolve(entry, until=None).holds_on(datetime.date(2099, 1, 1))


@pytest.mark.parametrize(
    ("scheme", "value", "found"),
    [
        (IdentifierScheme.DFE, "879", ["E06000026"]),
        (IdentifierScheme.DFE, "370", ["E08000016", "E08000038"]),
        (IdentifierScheme.GSS, "E08000038", ["E08000038"]),
        (IdentifierScheme.DFE, "000", []),
        (IdentifierScheme.GSS, "879", []),
        (IdentifierScheme.OFSTED_URN, "80538", ["E06000026"]),
        (IdentifierScheme.OFSTED_URN, "879", []),
    ],
)
def test_a_code_has_its_entries_oldest_first(scheme: IdentifierScheme, value: str, found: list[str]) -> None:
    """A code that is not in the register has no entries."""
    assert [entry.gss for entry in find_authority(scheme, value)] == found


def test_all_authorities_but_four_former_ones_have_a_urn_and_a_region() -> None:
    """The list of URNs has only former authorities that were inspected."""
    without = {entry.dfe for entry in authorities() if entry.urn is None or entry.region is None}
    assert without == {"820", "835", "837", "875"}
    assert len({entry.region for entry in authorities()} - {None}) == 9


def test_the_entries_of_a_dfe_code_share_name_urn_and_region() -> None:
    """So these three are certain even if only the DfE code is."""
    for entry in authorities():
        for other in find_authority(IdentifierScheme.DFE, entry.dfe):
            assert (other.name, other.urn, other.region) == (entry.name, entry.urn, entry.region)


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        ({"dfe": "370", "gss": "E08000016"}, "E08000016"),
        ({"gss": "E08000016"}, "E08000016"),
        ({"dfe": "370"}, "E08000038"),
        ({"ofsted-urn": "80538"}, "E06000026"),
        ({}, None),
        ({"dfe": "000"}, None),
        ({"dfe": "370", "gss": "E06000026"}, None),
    ],
)
def test_the_entry_of_an_authority_is_found_by_its_codes(codes: dict[str, str], found: str | None) -> None:
    """Codes of two authorities find none; the name plays no part."""
    identifiers = [
        Identifier(scheme=IdentifierScheme(scheme), value=value) for scheme, value in codes.items()
    ]
    entry = registered_authority(Authority(name="Sampleton", identifiers=tuple(identifiers)))
    assert (entry and entry.gss) == found


def test_a_code_is_no_authority() -> None:
    """The message names the function that takes a code."""
    with pytest.raises(InvalidTypeError, match=r"expected an Authority, found str; .* find_authority\(\)"):
        registered_authority("879")  # type: ignore[arg-type]  # the wrong type is the test

"""Printed names are matched to the codes of a day by rules, never by guessing."""

from __future__ import annotations

import datetime
import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from inspection_model.registers import AuthorityMatch, RegisteredAuthority, authorities, match_authority
from inspection_model.vocabulary import IdentifierScheme

SHARED = Path(__file__).parents[2].parent / "shared"
TODAY = datetime.date(2026, 1, 1)
WORDS_OF_KIND = {
    "E06": "{} Council",
    "E08": "{} Metropolitan Borough Council",
    "E09": "The London Borough of {}",
    "E10": "{} County Council",
}


def codes(match: AuthorityMatch) -> list[str]:
    """Return the codes of a match, in its order."""
    return [identifier.value for identifier in match.identifiers]


def last_day(entry: RegisteredAuthority) -> datetime.date:
    """Return a day on which the codes of an entry were valid."""
    return entry.until or TODAY


def names_data() -> dict[str, dict[str, list[str]]]:
    """Return the data of printed names."""
    text = files("inspection_model.registers").joinpath("names.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize("entry", authorities(), ids=lambda entry: f"{entry.name}-{entry.gss}")
def test_every_official_name_means_itself_on_each_of_its_days(entry: RegisteredAuthority) -> None:
    """A name is matched unchanged, in capitals, with "Council", and with the affixes of its kind."""
    plain = entry.name.split(", ")[0] if entry.name.endswith("of") else entry.name
    printed = [entry.name, entry.name.upper(), f"{plain} Council", f"{plain}\u2019s", plain]
    if entry.name != "City of London":  # its name consists of affixes only
        printed.append(WORDS_OF_KIND[entry.kind].format(plain))
    for name in printed:
        for day in (entry.since, last_day(entry)):
            match = match_authority(name, on=day)
            assert (match.name, codes(match)) == (entry.name, [entry.dfe, entry.gss]), (name, day)
            assert match.reason is None


PRINTED = [
    ("Plymouth", "879"),
    ("Plymouth City Council", "879"),
    ("Swindon Borough Council", "866"),
    ("the London Borough of Hackney local authority", "204"),
    ("Hackney London Borough Council", "204"),
    ("City of Bradford Metropolitan District Council", "380"),
    ("Bradford MDC", "380"),
    ("Kingston upon Hull City", "810"),
    ("Kingston-upon-Hull", "810"),
    ("City of Kingston upon Hull", "810"),
    ("Hull", "810"),
    ("Hull City Council", "810"),
    ("Hammersmith & Fulham", "205"),
    ("London Borough of Hammersmith&Fulham", "205"),
    ("City of London", "201"),
    ("the City of London Corporation", "201"),
    ("London Corporation", "201"),
    ("Corporation of London", "201"),
    ("the Royal Borough of Windsor and Maidenhead", "868"),
    ("Royal Borough of Kensington & Chelsea", "207"),
    ("Royal Borough of Greenwich", "203"),
    ("Durham", "840"),
    ("Durham County Council", "840"),
    ("County Durham", "840"),
    ("Bristol", "801"),
    ("Bristol City Council", "801"),
    ("Herefordshire", "884"),
    ("Herefordshire Council\u2019s", "884"),
    ("St Helens", "342"),
    ("St. Helens\u2019", "342"),
    ("St. Helens' children's services", "342"),
    ("Trafford Council\u2019s", "358"),
    ("Trafford\u2019s children\u2019s services", "358"),
    ("East Riding of Yorkshire council", "811"),
    ("Sheffield City", "373"),
    ("Barnet", "302"),
    ("Telford & Wrekin", "894"),
    ("Bournemouth, Christchurch & Poole", "839"),
    ("BCP Council", "839"),
    ("Isle of Wight", "921"),
    ("Council of the Isles of Scilly", "420"),
    ("Southend-on-Sea City Council", "882"),
    ("Southend", "882"),
    ("Redcar & Cleveland", "807"),
    ("Stockton-on-Tees", "808"),
    ("Stockton Borough Council", "808"),
    ("Stoke-on-Trent", "861"),
    ("Medway", "887"),
    ("Cheshire West & Chester", "896"),
    ("Brighton & Hove", "846"),
    ("Richmond upon Thames", "318"),
    ("the London Borough of Richmond", "318"),
    ("Kingston upon Thames", "314"),
    ("the Royal Borough of Kingston", "314"),
    ("Newcastle City Council", "391"),
    ("York", "816"),
    ("City of York Council", "816"),
    ("North\u00a0Somerset\u202fCouncil", "802"),
    ("  wirral \n METROPOLITAN  borough council. ", "344"),
]


@pytest.mark.parametrize(("printed", "dfe"), PRINTED, ids=repr)
def test_an_authority_is_known_however_it_is_printed(printed: str, dfe: str) -> None:
    """Case, white space, hyphens, ampersands, possessives and affixes are folded."""
    match = match_authority(printed, on=TODAY)
    assert match.reason is None
    assert [code.scheme for code in match.identifiers] == [IdentifierScheme.DFE, IdentifierScheme.GSS]
    assert codes(match)[0] == dfe


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Barnsley", "2025-04-30", ["370", "E08000016"]),
        ("Barnsley", "2025-05-01", ["370", "E08000038"]),
        ("Sheffield", "2025-04-30", ["373", "E08000019"]),
        ("Sheffield", "2025-05-01", ["373", "E08000039"]),
        ("Gateshead", "2013-03-31", ["390", "E08000020"]),
        ("Gateshead", "2013-04-01", ["390", "E08000037"]),
        ("Northumberland", "2013-03-31", ["929", "E06000048"]),
        ("Northumberland", "2013-04-01", ["929", "E06000057"]),
        ("Buckinghamshire County Council", "2020-03-31", ["825", "E10000002"]),
        ("Buckinghamshire Council", "2020-04-01", ["825", "E06000060"]),
        ("Dorset", "2019-03-31", ["835", "E10000009"]),
        ("Dorset", "2019-04-01", ["838", "E06000059"]),
        ("Northamptonshire", "2021-03-31", ["928", "E10000021"]),
        ("North Northamptonshire", "2021-04-01", ["940", "E06000061"]),
        ("Cumbria", "2023-03-31", ["909", "E10000006"]),
        ("Bournemouth", "2019-03-31", ["837", "E06000028"]),
    ],
)
def test_the_codes_are_those_of_the_day(name: str, day: str, expected: list[str]) -> None:
    """After a boundary change the GSS code is different, after a reorganisation also the DfE code."""
    assert codes(match_authority(name, on=datetime.date.fromisoformat(day))) == expected


@pytest.mark.parametrize(
    ("name", "day", "candidates"),
    [
        ("Northamptonshire", "2021-04-01", ("North Northamptonshire", "West Northamptonshire")),
        ("Bournemouth", "2019-04-01", ("Bournemouth, Christchurch and Poole",)),
        ("Bournemouth, Christchurch and Poole", "2019-03-31", ()),
        ("Cumbria", "2023-04-01", ()),
        ("Plymouth", "2008-12-31", ()),
    ],
)
def test_an_authority_that_was_none_on_the_day_has_no_codes(
    name: str, day: str, candidates: tuple[str, ...]
) -> None:
    """Authorities of the day whose names contain all of its words are candidates."""
    match = match_authority(name, on=datetime.date.fromisoformat(day))
    assert (match.name, match.identifiers, match.candidates) == (None, (), candidates)
    assert match.reason is not None
    assert day in match.reason
    assert all(candidate in match.reason for candidate in candidates)


@pytest.mark.parametrize(
    ("name", "official", "expected"),
    [
        ("Plymouth City Council", "Plymouth", ["879", "E06000026"]),
        ("Northamptonshire", "Northamptonshire", ["928", "E10000021"]),
        ("Barnsley", "Barnsley", ["370"]),
        ("Dorset", "Dorset", []),
    ],
)
def test_without_a_day_only_codes_that_never_changed_are_given(
    name: str, official: str, expected: list[str]
) -> None:
    """Without a day it is unknown which of several codes is valid; the authority itself is certain."""
    match = match_authority(name)
    assert (match.name, codes(match)) == (official, expected)
    assert (match.reason is None) == (len(expected) == 2)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "the",
        "Council",
        "London",
        "London Borough",
        "London Borough Council",
        "City",
        "County Council",
        "Sampleton",
        "Sampleton Plymouth",
        "Plymouth and Torbay",
        "Sandwell Children\u2019s Trust",
        "Plymout",
        "Plymouths",
        "\u2014",
        "Plymouth" + " Council" * 30,
        "Plymouth" + " " * 300,
    ],
)
def test_a_name_that_is_not_an_authority_has_no_match(name: str) -> None:
    """Similar or partial names do not match, and very long names are not searched."""
    match = match_authority(name, on=TODAY)
    assert (match.name, match.identifiers) == (None, ())
    assert match.reason == "the register has no authority of this name"
    assert match.candidates == ()


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Kingston", ("Kingston upon Hull, City of", "Kingston upon Thames")),
        ("Thames upon Kingston", ("Kingston upon Thames",)),
        ("Leicester County Council", ("Leicester", "Leicestershire")),
        ("Nottingham County", ("Nottingham", "Nottinghamshire")),
        ("the London Borough of Medway", ("Medway",)),
        ("Nottinghamshire City Council", ("Nottinghamshire",)),
        ("Barnet County Council", ("Barnet",)),
    ],
)
def test_a_name_that_may_mean_another_authority_is_refused(name: str, candidates: tuple[str, ...]) -> None:
    """With affixes of another kind of authority, either the name or the affix is a misprint."""
    match = match_authority(name, on=TODAY)
    assert (match.name, match.identifiers) == (None, ())
    assert match.reason is not None
    assert match.candidates == candidates
    assert all(candidate in match.reason for candidate in candidates)


def test_candidates_are_authorities_of_the_day() -> None:
    """Without a day, authorities of any day are candidates."""
    name, official = "Christchurch", "Bournemouth, Christchurch and Poole"
    assert match_authority(name, on=datetime.date(2019, 3, 31)).candidates == ()
    assert match_authority(name, on=datetime.date(2019, 4, 1)).candidates == (official,)
    assert match_authority(name).candidates == (official,)


def test_no_two_authorities_of_one_day_fold_to_the_same_words() -> None:
    """Names remain unique without case, punctuation and affixes."""
    words = {word for group in names_data()["words"].values() for word in group}
    for day in {entry.since for entry in authorities()} | {TODAY}:
        held = [entry.name for entry in authorities() if entry.holds_on(day)]
        cores = [
            " ".join(word for word in name.lower().replace(",", "").split() if word not in words)
            for name in held
        ]
        assert len(set(cores)) == len(held)


def test_every_variant_leads_to_the_authorities_that_the_data_name() -> None:
    """A variant is written in folded form, refers to official names, and is not an official name."""
    official = {entry.name for entry in authorities()}
    variants = names_data()["variants"]
    assert variants
    for variant, meant in variants.items():
        assert set(meant) <= official
        assert variant not in {name.lower() for name in official}
        match = match_authority(variant)
        assert ((match.name,) if match.name else match.candidates) == tuple(meant)


def test_every_kind_in_the_data_is_a_kind_of_the_register() -> None:
    """A misspelt kind would never match an entry."""
    assert set(names_data()["words"]) - {"any"} == {entry.kind for entry in authorities()}


def labels() -> list[dict[str, str]]:
    """Return the labels of the real letters."""
    folder = SHARED / "letters" / "labels"
    if not folder.is_dir():
        pytest.skip("the labels are not there: ../shared/letters/labels")
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def test_the_printed_names_of_the_labelled_letters_have_the_labelled_codes() -> None:
    """The labels are matched on the first day of each visit."""
    found = labels()
    assert found
    for label in found:
        on = datetime.date.fromisoformat(label["visit_days"][0])
        match = match_authority(label["authority_as_printed"], on=on)
        assert (match.name, codes(match)) == (label["authority"], [label["dfe_code"], label["gss_code"]])


def test_the_subject_lines_of_the_real_letters_name_authorities_of_the_register() -> None:
    """The file of each letter is named after its authority, in lower case with hyphens."""
    folder = SHARED / "letters" / "focused-visits"
    if not folder.is_dir():
        pytest.skip("the letters are not there: ../shared/letters/focused-visits")
    files_of_letters = sorted(folder.glob("*.txt"))
    assert len(files_of_letters) == 48
    for path in files_of_letters:
        slug, date = path.stem[: -len("-focused-visit-0000-00-00")], path.stem.split("-focused")[0][-10:]
        match = match_authority(slug, on=datetime.date.fromisoformat(date))
        assert match.reason is None, (path.name, match)
        text = path.read_text(encoding="utf-8")
        assert match.name is not None
        assert match.name.split()[0].removesuffix(",") in text

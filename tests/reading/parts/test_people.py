"""Blocks of people: one field a line, all fields on one line, several people, and other lines."""

from __future__ import annotations

import pytest
from reading_samples import focused_framework

from inspection_model.model.person import Person
from inspection_model.model.reading import Passage
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.parts.people import read_people
from inspection_model.reading.passages import partition


def _people(source: str, authority: str | None = "Otterford Council") -> list[Person]:
    """Read a block of people; check that each field has a passage with its words."""
    builder = InspectionBuilder(focused_framework())
    lines = split_lines(source, unusual_characters(source))
    read_people(builder, "/people", lines, authority=authority)
    people: list[Person] = builder.get("/people") or []
    quoted: dict[str, str] = {}
    for start, end, role in partition(source, builder.claims):
        assert Passage(start=start, end=end, role=role).role == role  # it is valid
        words = " ".join(source[start:end].split())
        quoted[role] = f"{quoted[role]} {words}" if role in quoted else words
    for index, person in enumerate(people):
        assert quoted.get(f"/people/{index}/name") == person.name
        assert quoted.get(f"/people/{index}/post") == person.post
        assert quoted.get(f"/people/{index}/organisation") == person.organisation
        for row, line in enumerate(person.address):
            assert quoted.get(f"/people/{index}/address/{row}") == line
    return people


def _person(name: str, post: str | None = None, organisation: str | None = None, *address: str) -> Person:
    return Person(name=name, post=post, organisation=organisation, address=address)


@pytest.mark.parametrize(
    ("source", "people"),
    [
        ("", []),
        ("  \n ---", []),
        ("Ms Ada Quill", [_person("Ms Ada Quill")]),
        (
            "Ms Ada Quill\nDirector of Services\nOtterford Council\nMill Lane\nOtterford",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council", "Mill Lane", "Otterford")],
        ),
        # A building is not a body, even if its name begins like that of one.
        (
            "Ms Ada Quill\nDirector of Services\nCounty Hall\nOtterford",
            [_person("Ms Ada Quill", "Director of Services", None, "County Hall", "Otterford")],
        ),
        (
            "Ms Ada Quill\nDirector of Services\nThe Council Offices,\nOtterford",
            [_person("Ms Ada Quill", "Director of Services", None, "The Council Offices,", "Otterford")],
        ),
        # All fields on one line, and that line wrapped.
        (
            "Ms Ada Quill Director of Services Otterford Council Mill Lane OT1 2AB",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council", "Mill Lane OT1 2AB")],
        ),
        (
            "Ms Ada Quill, Director of Services, Otterford Council, Mill\nLane OT1 2AB",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council", "Mill Lane OT1 2AB")],
        ),
        (
            "Ms Ada Quill Director of Services Otterford Council",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council")],
        ),
        # Name and post on one line, the other fields below.
        (
            "Ms Ada Quill, Director of Services\nOtterford Council\nMill Lane",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council", "Mill Lane")],
        ),
        (
            "Ms Ada Quill, Director of Children,\nFamilies and Adults\nMill Lane",
            [_person("Ms Ada Quill", "Director of Children, Families and Adults", None, "Mill Lane")],
        ),
        # A post over several lines.
        (
            "Ms Ada Quill\nDirector of\nServices and\nDeputy Chief Executive\nOtterford Council",
            [_person("Ms Ada Quill", "Director of Services and Deputy Chief Executive", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nDirector of Services\nand head of homes\nMill Lane",
            [_person("Ms Ada Quill", "Director of Services and head of homes", None, "Mill Lane")],
        ),
        ("Ms Ada Quill\nExecutive\nDirector", [_person("Ms Ada Quill", "Executive Director")]),
        (
            "Ms Ada Quill\nChief Executive\nDirector of Services\nMill Lane",
            [_person("Ms Ada Quill", "Chief Executive Director of Services", None, "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nDirector\nOf Services\nMill Lane",
            [_person("Ms Ada Quill", "Director Of Services", None, "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nDirector\nby night\nMill Lane",
            [_person("Ms Ada Quill", "Director by night", None, "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nDirector\n\nof Services",
            [_person("Ms Ada Quill", "Director", "of Services")],
        ),
        # Without a post, and with only the name of the authority as a body.
        ("Ms Ada Quill\nOtterford\nMill Lane", [_person("Ms Ada Quill", None, "Otterford", "Mill Lane")]),
        (
            "Ms Ada Quill\nMill Lane\nOtterford Council",
            [_person("Ms Ada Quill", None, None, "Mill Lane", "Otterford Council")],
        ),
        # Commas at the ends of lines: only an address keeps them.
        (
            "Ms Ada Quill,\nDirector,\nOtterford Council,\nMill Lane,\nOtterford",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "Mill Lane,", "Otterford")],
        ),
        (
            "Ms Ada Quill,\nDirector,\nMill Lane",
            [_person("Ms Ada Quill", "Director", None, "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nDirector of Services,\nOtterford Council,\nMill Lane",
            [_person("Ms Ada Quill", "Director of Services", "Otterford Council", "Mill Lane")],
        ),
        ("Ms Ada Quill\nOtterford,\nMill Lane", [_person("Ms Ada Quill", None, "Otterford", "Mill Lane")]),
        (
            "Ms Ada Quill\nThe Council, Mill Lane\nOtterford",
            [_person("Ms Ada Quill", None, "The Council, Mill Lane", "Otterford")],
        ),
        # A line with all fields continues up to the next blank line.
        (
            "Ms Ada Quill Director Otterford Council OT1\n\nMill Lane",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "OT1", "Mill Lane")],
        ),
        (
            "Ms Ada Quill Director Otterford Council OT1\nMill Lane\n\nOtter",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "OT1 Mill Lane", "Otter")],
        ),
        # One post, one body; the lines that follow are the address, whatever their words.
        (
            "Ms Ada Quill\nDirector\nOtterford Council\nThe Board\nDirector House",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "The Board", "Director House")],
        ),
        (
            "Ms Ada Quill\nDirector\n1 Mill Lane\nOfficer Street\nOtterford Council",
            [_person("Ms Ada Quill", "Director", None, "1 Mill Lane", "Officer Street", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nMill Lane\nOfficer Street",
            [_person("Ms Ada Quill", None, None, "Mill Lane", "Officer Street")],
        ),
        (
            "Ms Ada Quill\nMill Lane,\nOtterford,\nOT1",
            [_person("Ms Ada Quill", None, None, "Mill Lane,", "Otterford,", "OT1")],
        ),
        (
            "Ms Ada Quill\nDirector of Children,\nFamilies and Adults\nMill Lane",
            [_person("Ms Ada Quill", "Director of Children, Families and Adults", None, "Mill Lane")],
        ),
        # A post that looks like a name with its post.
        (
            "Ms Ada Quill, Director of Children,\nPublic Health Lead",
            [_person("Ms Ada Quill", "Director of Children, Public Health Lead")],
        ),
        (
            "Ms Ada Quill\nDirector\nOtterford Council\nPublic Health Director",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "Public Health Director")],
        ),
        ("Ms Ada Quill\nPublic Health Director", [_person("Ms Ada Quill", "Public Health Director")]),
        (
            "Ms Ada Quill\nChief Executive\nPublic Health Director",
            [_person("Ms Ada Quill", "Chief Executive Public Health Director")],
        ),
        (
            "Ms Ada Quill, HMI\nSocial Care Regulatory Inspector",
            [_person("Ms Ada Quill", "HMI Social Care Regulatory Inspector")],
        ),
        # Several people.
        *(
            (source, [_person("Ada Quill", "HMI"), _person(bo, "Lead Inspector")])
            for source, bo in (
                ("Ada Quill, HMI\nBo Marsh, Lead Inspector", "Bo Marsh"),
                ("Ada Quill, HMI,\nBo Marsh, Lead Inspector", "Bo Marsh"),
                ("Ada Quill HMI\nBo Marsh Lead Inspector", "Bo Marsh"),
                ("Ada Quill, HMI\n\nBo Marsh Lead Inspector", "Bo Marsh"),
                ("Ada Quill\nHMI\nBo Marsh, Lead Inspector", "Bo Marsh"),
                ("Ada Quill\nHMI\n\nBo Marsh Lead Inspector", "Bo Marsh"),
                ("Ada Quill\nHMI\nDr. Bo Marsh Lead Inspector", "Dr. Bo Marsh"),
                ("Ada Quill\nHMI\nMX Bo Marsh Lead Inspector", "MX Bo Marsh"),
            )
        ),
        ("Ada Quill\nDr. Bo Marsh", [_person("Ada Quill"), _person("Dr. Bo Marsh")]),
        (
            "Ms Ada Quill\nDirector\nOtterford Council\n\nMr Bo Marsh\nChief Executive\nOtterford Trust",
            [
                _person("Ms Ada Quill", "Director", "Otterford Council"),
                _person("Mr Bo Marsh", "Chief Executive", "Otterford Trust"),
            ],
        ),
        (
            "Ada Quill\nDirector\nBo Marsh\nChief Executive",
            [_person("Ada Quill", "Director"), _person("Bo Marsh", "Chief Executive")],
        ),
        (
            "Ada Quill\nDirector\n\nBo Marsh, Chief Executive",
            [_person("Ada Quill", "Director"), _person("Bo Marsh", "Chief Executive")],
        ),
        (
            "Ada Quill\nDirector\nand\nBo Marsh\nChief Executive\n&\nCy Noon",
            [_person("Ada Quill", "Director"), _person("Bo Marsh", "Chief Executive"), _person("Cy Noon")],
        ),
        ("and\n&", []),
        # Words that can be a name, but are in the place of an address.
        (
            "Ada Quill\nDirector\nMill House\nOtterford",
            [_person("Ada Quill", "Director", None, "Mill House", "Otterford")],
        ),
        # The first line is the name, even if it does not look like one.
        ("To whom it may concern", [_person("To whom it may concern")]),
        ("Ada\x00 Quill\n\x00Director", [_person("Ada Quill", "Director")]),
    ],
)
def test_a_block_of_people_is_split_into_people_and_their_fields(source: str, people: list[Person]) -> None:
    assert _people(source) == people


def test_without_an_authority_a_line_is_not_split_at_its_name() -> None:
    (person,) = _people("Ms Ada Quill Director of Services Otterford Council", None)
    assert person == _person("Ms Ada Quill", "Director of Services Otterford Council")


@pytest.mark.parametrize(
    ("line", "authority", "parts"),
    [
        # The words of a body after the name belong to it.
        (
            "Ms Ada Quill Director Otterford City Council, Mill Lane",
            "Otterford",
            ("Ms Ada Quill", "Director", "Otterford City Council", "Mill Lane"),
        ),
        # The first occurrence after the start of the post counts.
        (
            "Ms Ada Otterford Director Otterford Council Mill Lane Otterford",
            "Otterford",
            ("Ms Ada Otterford", "Director", "Otterford Council", "Mill Lane Otterford"),
        ),
        ("Ms Ada Quill Director of Moor", "Director", ("Ms Ada Quill", "Director of Moor")),
        # Only whole words are the name.
        (
            "Ms Ada Quill Director of Northmere Services Mere Council",
            "Mere",
            ("Ms Ada Quill", "Director of Northmere Services", "Mere Council"),
        ),
        (
            "Ms Ada Quill Director of Mereside Services Mere Council",
            "Mere",
            ("Ms Ada Quill", "Director of Mereside Services", "Mere Council"),
        ),
        ("Ms Ada Quill Director of Services", "St. M", ("Ms Ada Quill", "Director of Services")),
    ],
)
def test_a_line_with_all_fields_is_split_at_the_name_of_the_authority(
    line: str, authority: str, parts: tuple[str, ...]
) -> None:
    assert _people(line, authority) == [_person(*parts)]


@pytest.mark.parametrize(
    ("source", "people"),
    [
        # The rest of a post: after a bare "Director", above the body, in brackets.
        (
            "Ms Ada Quill\nExecutive Director\nPeople\nMill Lane",
            [_person("Ms Ada Quill", "Executive Director People", None, "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nCorporate Director\nChildren's Services\nOtterford Council",
            [_person("Ms Ada Quill", "Corporate Director Children's Services", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nDirector of Families and Lifelong\nLearning\nOtterford Council",
            [_person("Ms Ada Quill", "Director of Families and Lifelong Learning", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nDirector of Services\n(Interim)\nOtterford Council",
            [_person("Ms Ada Quill", "Director of Services (Interim)", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nInterim\nDirector of Services\nOtterford Council",
            [_person("Ms Ada Quill", "Interim Director of Services", "Otterford Council")],
        ),
        ("Ada Quill\nHer Majesty's\nInspector", [_person("Ada Quill", "Her Majesty's Inspector")]),
        # Not the rest of a post: a building, a street, a line with a number, a person, a line of the address.
        (
            "Ms Ada Quill\nDirector of Services\nPear Square\nOtterford Council",
            [_person("Ms Ada Quill", "Director of Services", None, "Pear Square", "Otterford Council")],
        ),
        (
            "Ms Ada Quill\nExecutive Director\nPear House\nOtterford",
            [_person("Ms Ada Quill", "Executive Director", None, "Pear House", "Otterford")],
        ),
        (
            "Ms Ada Quill\nExecutive Director\nFloor 2\nOtterford",
            [_person("Ms Ada Quill", "Executive Director", None, "Floor 2", "Otterford")],
        ),
        (
            "Ms Ada Quill\nDirector of Services\nPear Tree\nOtterford",
            [_person("Ms Ada Quill", "Director of Services", None, "Pear Tree", "Otterford")],
        ),
        (
            "Ms Ada Quill\nExecutive Director\nMr Bo Marsh\nLeader",
            [_person("Ms Ada Quill", "Executive Director"), _person("Mr Bo Marsh", "Leader")],
        ),
        # The next person directly below, and a line below a complete post.
        (
            "Ada Quill\nHer Majesty's Inspector\nBo Marsh\nHer Majesty's Inspector",
            [_person("Ada Quill", "Her Majesty's Inspector"), _person("Bo Marsh", "Her Majesty's Inspector")],
        ),
        (
            "Ada Quill\nExecutive Director\nBo Marsh\nChief Executive",
            [_person("Ada Quill", "Executive Director"), _person("Bo Marsh", "Chief Executive")],
        ),
        (
            "Ada Quill, Executive Director\nBo Marsh, Chief Executive\nOtterford Council",
            [
                _person("Ada Quill", "Executive Director"),
                _person("Bo Marsh", "Chief Executive", "Otterford Council"),
            ],
        ),
        (
            "Ada Quill\nHer Majesty's Inspector\nPear",
            [_person("Ada Quill", "Her Majesty's Inspector", None, "Pear")],
        ),
        (
            "Ada Quill\nDirector of Services\nada@example.org",
            [_person("Ada Quill", "Director of Services", None, "ada@example.org")],
        ),
        # The body on the line of the post.
        (
            "Ms Ada Quill\nDirector of People, Otterford Council\nMill Lane",
            [_person("Ms Ada Quill", "Director of People", "Otterford Council", "Mill Lane")],
        ),
        (
            "Ms Ada Quill\nDirector of People \u2013 Otterford Council Authority",
            [_person("Ms Ada Quill", "Director of People", "Otterford Council Authority")],
        ),
        (
            "Ms Ada Quill\nDirector of Services for Otterford Council",
            [_person("Ms Ada Quill", "Director of Services for Otterford Council")],
        ),
        (
            "Ms Ada Quill\nDirector of People, Otterford Council, north",
            [_person("Ms Ada Quill", "Director of People, Otterford Council, north")],
        ),
        # Markings above the name and before it; the people who receive a copy.
        (
            "Private and confidential\nOur ref: 12\nFAO: Ms Ada Quill\nDirector of Services",
            [_person("Ms Ada Quill", "Director of Services")],
        ),
        ("nd\nMs Ada Quill\nDirector", [_person("Ms Ada Quill", "Director")]),
        (
            "Ms Ada Quill\nDirector\n\ncc Mr Bo Marsh, Leader\nMr Cy Noon",
            [_person("Ms Ada Quill", "Director")],
        ),
        ("Ms Ada Quill\nDirector\n\nCopied to: Mr Bo Marsh, Leader", [_person("Ms Ada Quill", "Director")]),
        ("Ms Ada Quill\nDirector\nCcold Lane", [_person("Ms Ada Quill", "Director", None, "Ccold Lane")]),
    ],
)
def test_posts_over_several_lines_bodies_and_markings(source: str, people: list[Person]) -> None:
    assert _people(source) == people


@pytest.mark.parametrize(
    ("line", "post", "organisation"),
    [
        ("Director of People London Borough of Otter", "Director of People", "London Borough of Otter"),
        ("Director of People, Royal Borough of Otter", "Director of People", "Royal Borough of Otter"),
        ("Director of People, Otter Council", "Director of People", "Otter Council"),
        ("Director for the Otter", "Director for the Otter", None),
        ("Leader of Otter", "Leader of Otter", None),
        ("The Otter Council Director", "The Otter Council Director", None),
    ],
)
def test_the_words_of_a_body_before_the_name_of_the_authority_belong_to_it(
    line: str, post: str, organisation: str | None
) -> None:
    assert _people(f"Ms Ada Quill\n{line}", "Otter") == [_person("Ms Ada Quill", post, organisation)]


_BOTH = "Joint Directors of Services"


@pytest.mark.parametrize(
    "names",
    [
        "Ada Quill and Bo Marsh\n",
        "Ada Quill & Bo Marsh\n",
        "Ada Quill/Bo Marsh\n",
        "Ada Quill; Bo Marsh\n",
        "Ada Quill and Bo Marsh, ",
        "Ada Quill and\nBo Marsh\n",
        "Ada Quill\nand Bo Marsh\n",
        "Ada Quill\nand\nBo Marsh\n",
        "Ada Quill\nBo Marsh\n",
        "Ada Quill\n\nBo Marsh\n\n",
        "Ada Quill            Bo Marsh\n",
        "Ada Quill     and    Bo Marsh\n",
        "Ada Quill\tBo Marsh\n",
    ],
)
def test_what_follows_the_last_of_several_names_belongs_to_all(names: str) -> None:
    builder = InspectionBuilder(focused_framework())
    source = f"{names}{_BOTH}\nOtterford Council\nMill Lane"
    lines = split_lines(source, unusual_characters(source))
    read_people(builder, "/people", lines, authority="Otterford Council")
    shared = (_BOTH, "Otterford Council", "Mill Lane")
    assert builder.get("/people") == [_person("Ada Quill", *shared), _person("Bo Marsh", *shared)]


def _read(source: str) -> list[Person]:
    """Read a block of people who share a post, which is the passage of one of them only."""
    builder = InspectionBuilder(focused_framework())
    read_people(builder, "/people", split_lines(source, unusual_characters(source)), authority="Otterford")
    people: list[Person] = builder.get("/people") or []
    return people


@pytest.mark.parametrize(
    ("source", "people"),
    [
        (
            "Ada Quill, Bo Marsh and Cy Noon\nHMIs",
            [("Ada Quill", "HMIs"), ("Bo Marsh", "HMIs"), ("Cy Noon", "HMIs")],
        ),
        ("Ada Quill HMI and Bo Marsh HMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        (
            "Ms Ada Quill, Director and Mr Bo Marsh, Leader",
            [("Ms Ada Quill", "Director"), ("Mr Bo Marsh", "Leader")],
        ),
        ("Ada Quill and Bo Marsh", [("Ada Quill", None), ("Bo Marsh", None)]),
        ("Ms Ada Quill, Mr Bo Marsh\nHMIs", [("Ms Ada Quill", "HMIs"), ("Mr Bo Marsh", "HMIs")]),
        # The second of them has a post of one person.
        ("Ada Quill and Bo Marsh\nHMI", [("Ada Quill", "HMI"), ("Bo Marsh", "HMI")]),
        # Not lists of names: the rest of a post, a comma alone, one name.
        (
            "Ada Quill\nDirector of Adults,\nPublic Help and Early Help",
            [("Ada Quill", "Director of Adults, Public Help and Early Help")],
        ),
        (
            "Ada Quill\nDirector of Children\nand Early Help",
            [("Ada Quill", "Director of Children and Early Help")],
        ),
        (
            "Ada Quill\nDirector of Children\nand\nFamilies",
            [("Ada Quill", "Director of Children and Families")],
        ),
        ("Ada Quill, Director and Public Health Lead", [("Ada Quill", "Director and Public Health Lead")]),
        ("Ada Quill, Bo Marsh", [("Ada Quill, Bo Marsh", None)]),
        ("Ada Quill and others", [("Ada Quill and others", None)]),
        ("and Quill", [("and Quill", None)]),
        (f"Ada Quill{' and Bo Marsh' * 30}", [(f"Ada Quill{' and Bo Marsh' * 30}", None)]),
        # A list of people below the post of another.
        (
            "Dr Cy Noon\nLeader\nMs Ada Quill and Mr Bo Marsh\nHMIs",
            [("Dr Cy Noon", "Leader"), ("Ms Ada Quill", "HMIs"), ("Mr Bo Marsh", "HMIs")],
        ),
        # A long list of names shares nothing.
        (
            "".join(f"Ada Qu{letter}\n" for letter in "abcdefghijklmn") + "HMIs",
            [(f"Ada Qu{letter}", None if letter in "ab" else "HMIs") for letter in "abcdefghijklmn"],
        ),
    ],
)
def test_a_list_of_people_is_split(source: str, people: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.post) for person in _read(source)] == people


@pytest.mark.parametrize(
    ("source", "people"),
    [
        (
            "Ada Quill      Bo Marsh\nHMI            Lead Inspector",
            [_person("Ada Quill", "HMI"), _person("Bo Marsh", "Lead Inspector")],
        ),
        ("Ada Quill  Bo Marsh\nHMI        Lead", [_person("Ada Quill", "HMI"), _person("Bo Marsh", "Lead")]),
        ("Ada Quill, HMI      Bo Marsh, Lead", [_person("Ada Quill", "HMI"), _person("Bo Marsh", "Lead")]),
        ("Ada Quill      Bo Marsh", [_person("Ada Quill"), _person("Bo Marsh")]),
        # Posts over two lines, the first word of one not a word of posts.
        (
            "Ada Quill      Bo Marsh\nHer Majesty's  Social Care\nInspector      Inspector",
            [_person("Ada Quill", "Her Majesty's Inspector"), _person("Bo Marsh", "Social Care Inspector")],
        ),
        # A line with fewer cells: each is in the nearest column.
        (
            "Ada Quill      Bo Marsh       Cy Noon\nHMI            HMI\n               Otter Trust",
            [_person("Ada Quill", "HMI"), _person("Bo Marsh", "HMI", "Otter Trust"), _person("Cy Noon")],
        ),
        # Two rows of people.
        (
            "Ada Quill    Bo Marsh\nHMI          HMI\n\nCy Noon      Di Orr\nLead         Lead",
            [
                _person("Ada Quill", "HMI"),
                _person("Bo Marsh", "HMI"),
                _person("Cy Noon", "Lead"),
                _person("Di Orr", "Lead"),
            ],
        ),
        # Not people side by side: wide spaces, an address beside the name, too many cells.
        ("Ada    Quill\nLead   Inspector", [_person("Ada Quill", "Lead Inspector")]),
        ("Ada Quill     Pear Lane\nDirector      Otter", [_person("Ada Quill Pear Lane", "Director Otter")]),
        ("Ada Quill     Pear Tree\nDirector      Otter", [_person("Ada Quill Pear Tree", "Director Otter")]),
        ("  ".join(["Ada Quill"] * 7), [_person(" ".join(["Ada Quill"] * 7))]),
    ],
)
def test_people_side_by_side_are_several(source: str, people: list[Person]) -> None:
    assert _people(source) == people


@pytest.mark.parametrize(
    ("source", "people"),
    [
        # A role in brackets; it is the post of a person who has no other.
        ("Ada Quill (Lead Inspector)\n\nHMI", [_person("Ada Quill", "HMI")]),
        ("Ada Quill [lead]\nHMI", [_person("Ada Quill", "HMI")]),
        ("Ada Quill\n(Lead Inspector)\nHMI", [_person("Ada Quill", "HMI")]),
        ("Ada Quill (lead), HMI", [_person("Ada Quill", "HMI")]),
        ("Ada Quill (she/her)\nHMI", [_person("Ada Quill", "HMI")]),
        ("Ada Quill (Lead Inspector)", [_person("Ada Quill", "Lead Inspector")]),
        ("Ada Quill\n(Lead Inspector)", [_person("Ada Quill", "Lead Inspector")]),
        ("Ada Quill (she/her)", [_person("Ada Quill")]),
        ("Ada Quill (lead)\n(HMI)", [_person("Ada Quill", "(HMI)")]),
        ("Ada Quill, HMI (lead)", [_person("Ada Quill", "HMI (lead)")]),
        # A full stop after a name, a post or a body; an address keeps it.
        (
            "Ada Quill.\nDirector.\nOtterford Council.\nMill Lane.",
            [_person("Ada Quill", "Director", "Otterford Council", "Mill Lane.")],
        ),
        ("Ada Quill. HMI.", [_person("Ada Quill", "HMI")]),
        ("Ada Q.\nHMI", [_person("Ada Q.", "HMI")]),
        # Footnote marks.
        ("Ada Quill\u00b9\nHMI*", [_person("Ada Quill", "HMI")]),
        ("Ada Quill1, HMI", [_person("Ada Quill", "HMI")]),
        (
            "Ada Quill\nDirector of\nServices [2]\nOtterford Council\u2020",
            [_person("Ada Quill", "Director of Services", "Otterford Council")],
        ),
        ("Ada Quill1 HMI", [_person("Ada Quill", "HMI")]),
        # Within a field, and in an address, they are as printed.
        ("Ada Mary* Quill\nHMI", [_person("Ada Mary* Quill", "HMI")]),
        ("Ada Mary (Kit) Quill\nHMI", [_person("Ada Mary (Kit) Quill", "HMI")]),
        (
            "Ada Quill\nDirector of*\nServices*\nMill Lane*",
            [_person("Ada Quill", "Director of* Services", None, "Mill Lane*")],
        ),
        ("Ada Quill*, Director of*\nServices", [_person("Ada Quill", "Director of* Services")]),
        # Letters that extraction has left.
        ("t\nAda Quill\nx\nHMI\n\nB o", [_person("Ada Quill", "HMI")]),
        # A marking below the address.
        ("Ada Quill\nHMI\n\nBy email", [_person("Ada Quill", "HMI")]),
        # Accents as characters of their own.
        ("Zoe\u0308 Marsh HMI", [_person("Zoe\u0308 Marsh", "HMI")]),
        # A post over two lines of which only the second has a word of posts.
        ("Ada Quill\nSocial Care\nInspector", [_person("Ada Quill", "Social Care Inspector")]),
        ("Ada Quill\nSocial Care", [_person("Ada Quill", None, None, "Social Care")]),
    ],
)
def test_roles_stops_marks_and_letters_are_no_part_of_a_person(source: str, people: list[Person]) -> None:
    assert _people(source) == people


@pytest.mark.parametrize(
    ("source", "people"),
    [
        (
            "Ada Quill\nLeader, Mere Children's Trust\nMill Lane",
            [_person("Ada Quill", "Leader", "Mere Children's Trust", "Mill Lane")],
        ),
        (
            "Ada Quill, Leader, Mere Trust\nMill Lane",
            [_person("Ada Quill", "Leader", "Mere Trust", "Mill Lane")],
        ),
        (
            "Ada Quill, Leader, Otterford Council Children's Trust",
            [_person("Ada Quill", "Leader", "Otterford Council Children's Trust")],
        ),
        (
            "Ada Quill\nDirector\nLeader of Mere Trust\nOtterford Council",
            [_person("Ada Quill", "Director Leader of Mere Trust", "Otterford Council")],
        ),
        # A person with posts in two bodies: the posts are left as printed.
        (
            "Ada Quill\nLeader, Mere Trust\nOtterford Council",
            [_person("Ada Quill", "Leader, Mere Trust", "Otterford Council")],
        ),
        (
            "Ada Quill\nDirector, Otterford Council\nLeader, Mere Trust",
            [_person("Ada Quill", "Director, Otterford Council Leader, Mere Trust")],
        ),
        (
            "Ada Quill\nDirector\nOtterford Children First",
            [_person("Ada Quill", "Director", "Otterford Children First")],
        ),
        # Lines below a line with name, post and body: an address, unless they are long.
        (
            "Ms Ada Quill, Director, Otterford Council\nMill Lane\nOtter",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "Mill Lane", "Otter")],
        ),
        (
            "Ms Ada Quill, Director, Otterford Council, Pear House\nMill Lane\nOtter",
            [_person("Ms Ada Quill", "Director", "Otterford Council", "Pear House", "Mill Lane", "Otter")],
        ),
        (
            "Ms Ada Quill, Director, Otterford Council, Pear House\nMr Bo Marsh, Leader",
            [
                _person("Ms Ada Quill", "Director", "Otterford Council", "Pear House"),
                _person("Mr Bo Marsh", "Leader"),
            ],
        ),
    ],
)
def test_posts_of_several_bodies(source: str, people: list[Person]) -> None:
    assert _people(source) == people


def test_an_address_that_is_printed_twice_is_read_once() -> None:
    twice = "Ms Ada Quill\n9 Mill Lane\nMs Ada Quill\nDirector\nMill Lane\n9 Mill Lane\nOtter"
    assert _people(twice) == [_person("Ms Ada Quill", "Director", None, "9 Mill Lane", "Otter")]


def test_an_and_at_the_end_joins_nothing() -> None:
    assert _people("Ada Quill\nand") == [_person("Ada Quill")]

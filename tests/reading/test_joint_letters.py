"""Letters of several inspectorates: addressees in a list, asides, sub-headings, signatories in a table."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from reading_samples import hold_to_rules, unread_texts

from inspection_model import render_text
from inspection_model.errors import FrameworkError
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import find_framework, parse_framework
from inspection_model.model.person import Person
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter
from inspection_model.vocabulary import Category, DeclarationState, PassageRole, RemarkCode

FOLDER = Path(__file__).with_name("reports")
OLD = FOLDER.joinpath("wexcombe-2018.txt").read_text(encoding="utf-8")
NEW = FOLDER.joinpath("otterford-2023.txt").read_text(encoding="utf-8")
POLICE = "HM Inspectorate of Constabulary and Fire & Rescue Services"


def _framework() -> Framework:
    framework = find_framework("ofsted-jtai")
    assert framework is not None
    return framework


def _findings(text: str) -> list[tuple[Category, str | None, str]]:
    """Return the category, the heading and the first words of each finding."""
    found = read_letter(text).inspection.findings
    return [(each.category, each.heading, " ".join(each.text.split()[:2])) for each in found]


def _people(people: tuple[Person, ...]) -> list[tuple[str, str | None, str | None]]:
    assert all(person.address == () for person in people)
    return [(person.name, person.post, person.organisation) for person in people]


def _recipients(lines: str) -> list[tuple[str, str | None, str | None]]:
    """Read a letter with other addressees."""
    start, end = OLD.index("Ada Quill"), OLD.index("\n\n\n\n\nDear")
    publication = read_letter(OLD[:start] + lines + OLD[end:]).inspection.publication
    assert publication is not None
    return [(person.name, person.post, person.organisation) for person in publication.recipients]


def _aside(reading: Reading) -> str:
    """Return the words of the asides."""
    spans = [reading.source[p.start : p.end] for p in reading.passages if p.role == PassageRole.ASIDE]
    return " ".join(" ".join(spans).split())


@pytest.mark.parametrize(("text", "inspectorates"), [(OLD, 4), (NEW, 3)])
def test_all_of_a_letter_is_understood(text: str, inspectorates: int) -> None:
    reading = read_letter(text)
    hold_to_rules(reading)
    assert reading.inspection.framework == "ofsted-jtai"
    assert len(reading.inspection.inspectorates) == inspectorates
    assert unread_texts(reading) == []
    assert reading.coverage == 1
    assert {remark.code for remark in reading.remarks} == {RemarkCode.AUTHORITY_UNCERTAIN}


def test_the_facts_above_the_findings_are_read() -> None:
    for text, name, first, dated in [
        (OLD, "Wexcombe", datetime.date(2018, 6, 4), datetime.date(2018, 8, 3)),
        (NEW, "Otterford", datetime.date(2023, 1, 23), datetime.date(2023, 3, 16)),
    ]:
        inspection = read_letter(text).inspection
        assert inspection.authority is not None
        assert inspection.authority.name == name
        assert inspection.visit is not None
        assert [period.length for period in inspection.visit.periods] == [5]
        assert inspection.visit.first_day == first
        assert inspection.publication is not None
        assert inspection.publication.date == dated


def test_the_salutation_may_name_the_partnership() -> None:
    assert read_letter(OLD).inspection.partnership is None
    reading = read_letter(NEW)
    assert reading.inspection.partnership is not None
    assert reading.inspection.partnership.name == "Otterford Safeguarding Children Partnership"
    assert reading.quote("/partnership/name") == "Otterford Safeguarding Children Partnership"
    assert reading.inspection.publication is not None
    assert reading.inspection.publication.salutation == "Dear Otterford Safeguarding Children Partnership"


def test_only_the_inspectorates_that_are_named_take_part() -> None:
    reading = read_letter(NEW)
    names = [each.name for each in reading.inspection.inspectorates]
    assert names == ["Ofsted", "Care Quality Commission", POLICE]
    assert "Constabulary" in reading.quote("/inspectorates/2")
    other = read_letter(OLD.replace("the Care Quality Commission (CQC), HMI\n", "HMI\n"))
    assert [each.name for each in other.inspection.inspectorates][1] == POLICE
    none = NEW.replace("from Ofsted, the Care", "from a Care").replace("of\nConstabulary", "of Boats")
    none = none.replace("(CQC) ", "").replace("Care Quality Commission", "club").replace(" (HMICFRS)", "")
    none = none.replace("Constabulary and", "harbours and")
    assert [each.name for each in read_letter(none).inspection.inspectorates] == ["Ofsted"]


def test_addressees_are_one_a_line() -> None:
    publication = read_letter(OLD).inspection.publication
    assert publication is not None
    assert _people(publication.recipients) == [
        ("Ada Quill", "Director of Children’s Services", "Wexcombe County Council"),
        ("Dr Bo Marsh OBE", "Chief Nurse", "Wexcombe Vale CCG, Saltmarsh CCG"),
        (
            "Cy Dee",
            "Executive Lead for Safeguarding Wexcombe, Northmere and Otterford Harbour Collaborative",
            None,
        ),
        ("Di Elm", "Acting Chief Constable", "Wexcombe Police"),
        ("Eve Fenwick, QPM", "Wexcombe Police and Crime Commissioner", None),
        ("Flo Gale", "Divisional Director", "National Probation Service"),
        ("Gus Holt MBE", None, "Youth Justice Service"),
        ("Hal Inman", "Designated Nurse, Safeguarding Children for Wexcombe Vale Group", None),
        ("Ivo Jay", "Manager, Youth Offending Team Manager", "Wexcombe County Council"),
    ]
    again = read_letter(NEW).inspection.publication
    assert again is not None
    assert [person.name for person in again.recipients] == ["Ada Quill", "Bo Marsh", "Cy Dee", "Di Elm"]
    assert again.recipients[1].organisation == "NHS Otterford Integrated Care Board"


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Jo Kerr, Director, Wexcombe", ("Jo Kerr", "Director", "Wexcombe")),
        ("Jo Kerr, Chair at Wexcombe Team", ("Jo Kerr", "Chair at Wexcombe Team", None)),
        (
            "Jo Kerr, Chief Officer, Northmere, Wexcombe\nand Otterford Trust",
            ("Jo Kerr", "Chief Officer", "Northmere, Wexcombe and Otterford Trust"),
        ),
        ("Jo Kerr", None),  # part of the line above
        ("Sea Lane", None),
    ],
)
def test_what_follows_a_name_is_a_post_and_a_body(
    line: str, person: tuple[str, str | None, str | None] | None
) -> None:
    others = "Ada Quill, Director\nBo Marsh, Chief Nurse\nCy Dee, Chair"
    assert _recipients(f"{others}\n{line}")[3:] == ([] if person is None else [person])


def test_a_few_people_or_an_address_are_no_list() -> None:
    assert _recipients("Ada Quill, Director\nBo Marsh, Chief Nurse") != []
    address = "Ada Quill, Director\n1 Sea Lane\nHull\nBo Marsh, Chair\n2 Sea Lane\nHull\nCy Dee, Chair"
    assert [name for name, _, _ in _recipients(address)] == ["Ada Quill", "Bo Marsh", "Cy Dee"]
    above = "Wexcombe County Council\nAda Quill, Director\nBo Marsh, Chair\nCy Dee, Chair"
    assert len(_recipients(above)) > 1


def test_signatories_are_below_their_inspectorates() -> None:
    publication = read_letter(OLD).inspection.publication
    assert publication is not None
    assert _people(publication.signatories) == [
        ("Mona Lisle", "National Director, Social Care", "Ofsted"),
        ("Ned Penn", "Deputy Chief Inspector", "Care Quality Commission"),
        (
            "Otto Quick",
            "Her Majesty’s Inspector of Constabulary and of Boats",
            "HMI Constabulary and Fire & Rescue Services",
        ),
        ("Pia Rowe", "Assistant Chief Inspector", "HMI Probation"),
    ]


@pytest.mark.parametrize(
    ("table", "people"),
    [
        # The cells of the names are at different heights.
        (
            "Ofsted        CQC\n\n              Ned Penn\nMona Lisle\nDirector      Inspector",
            [("Mona Lisle", "Director", "Ofsted"), ("Ned Penn", "Inspector", "CQC")],
        ),
        # The post is above the name.
        ("Ofsted\n\nNational Director\nMona Lisle", [("Mona Lisle", "National Director", "Ofsted")]),
        ("Ofsted\n\nMonaLisle\nNational Director", [("MonaLisle", "National Director", "Ofsted")]),
        (
            "Ofsted        CQC\n\nMona Lisle\n              Ned Penn\n              Inspector",
            [("Mona Lisle", None, "Ofsted"), ("Ned Penn", "Inspector", "CQC")],
        ),
        # No name is printed.
        ("Ofsted\n\nNational Director", []),
        # No table: a line is above it.
        ("Mona Lisle\nNational Director\n\nOfsted", [("Mona Lisle", "National Director", None)]),
    ],
)
def test_a_table_of_signatories_may_lack_a_cell(
    table: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    start = OLD.partition("Yours sincerely")[0]
    publication = read_letter(f"{start}Yours sincerely\n\n{table}\n").inspection.publication
    assert publication is not None
    read = [(person.name, person.post, person.organisation) for person in publication.signatories]
    assert read == people


def test_signatories_with_degrees_and_long_posts_are_one_below_the_other() -> None:
    publication = read_letter(NEW).inspection.publication
    assert publication is not None
    assert [name for name, _, _ in _people(publication.signatories)] == [
        "Mona Lisle",
        "Dr Ned O’Penn BSc MB ChB MSc DCH FRCA",
        "Otto Quick, CBE",
    ]
    assert publication.signatories[1].post == (
        "Chief Inspector of Hospitals and Interim Chief Inspector of Primary Medical Services, CQC"
    )
    apart = NEW.replace("\n National", "\n\n\n National").replace("\n Chief", "\n\n\n Chief")
    again = read_letter(apart.replace("\n His Majesty", "\n\n\n His Majesty", 1)).inspection.publication
    assert again is not None
    assert [person.name for person in again.signatories] == [p.name for p in publication.signatories]


def test_the_findings_are_below_the_opening_and_the_headings() -> None:
    assert _findings(OLD) == [
        (Category.OVERVIEW, None, "The harbour"),
        (Category.OVERVIEW, None, "Lamps were"),
        (Category.STRENGTH, "Key Strengths", "Boats leave"),
        (Category.STRENGTH, "Key Strengths", "Ropes are"),
        (Category.IMPROVEMENT, "Leadership and management", "The board"),
        (Category.IMPROVEMENT, "Decisions at the ‘front door’", "Calls at"),
        (Category.IMPROVEMENT, "The board", "Minutes are"),
    ]
    assert [(category, words) for category, _, words in _findings(NEW)] == [
        (Category.OVERVIEW, "Children on"),
        (Category.OVERVIEW, "Their schools"),
        (Category.PRIORITY_ACTION, "The harbour"),
        (Category.IMPROVEMENT, "What night"),
        (Category.IMPROVEMENT, "How soon"),
        (Category.STRENGTH, "The nurse’s"),
        (Category.MAIN_FINDING, "Leaders meet"),
        (Category.MAIN_FINDING, "The crews"),
    ]


def test_a_list_with_the_words_that_there_are_none_is_no_finding() -> None:
    (declared,) = read_letter(OLD).inspection.declared
    assert (declared.category, declared.state) == (Category.PRIORITY_ACTION, DeclarationState.NONE)


def test_paragraphs_above_a_heading_are_findings_only_if_no_heading_opens_their_section() -> None:
    text = NEW.replace("(HMICFRS).\n", "(HMICFRS).\n\nThe tide was high.\n")
    assert "The tide" not in [words for _, _, words in _findings(text)]
    assert "The tide was high." in unread_texts(read_letter(text))
    without = text.replace("Headline findings", "Lamps were lit.").replace("Context\n", "It rained.\n")
    assert (Category.OVERVIEW, None, "The tide") in _findings(without)


def test_a_list_belongs_to_the_opening() -> None:
    text = OLD.replace(
        "Lamps were mended late.", "The inspection looked at the following:\n\n\uf06e boats\n\uf06e lamps"
    )
    reading = read_letter(text)
    assert reading.inspection.scope == ("boats", "lamps")
    assert (Category.OVERVIEW, None, "The harbour") not in _findings(text)


def test_without_a_heading_all_paragraphs_are_the_opening() -> None:
    text = f"{OLD[: OLD.index('Key Strengths')]}Yours sincerely\n\nMona Lisle\nNational Director\n"
    assert read_letter(text).inspection.findings == ()


def test_case_studies_and_the_heading_of_the_closing_are_asides() -> None:
    old, new = _aside(read_letter(OLD)), _aside(read_letter(NEW))
    assert old.startswith("Case study: highly effective practice A boy")
    assert old.endswith("No one asked her why. Next steps")
    assert "Ned now has a berth." in old
    assert new.startswith("Context Boats are homes for some. This text tells of the method.")
    assert new.endswith("She now sails alone. Next steps")


def test_a_box_that_a_page_breaks_does_not_end_there() -> None:
    text = NEW.replace(" She now sails alone.", "\f She now sails alone.")
    text = text.replace("\n\nThe crews have learned", "\n\f\nThe crews have learned")
    assert "The crews have learned to listen." in _aside(read_letter(text))
    assert "Nan" not in str(read_letter(text).inspection.findings)


def test_a_case_study_may_follow_an_item_directly() -> None:
    start, end = OLD.index("late.\n\n   "), OLD.index("Case Study: areas")
    text = f"{OLD[:start]}late.\n{OLD[end:]}"
    assert _findings(text) == _findings(OLD)
    # Words of a sentence are no heading.
    within = OLD.replace("Minutes are late.", "Minutes are the\n  case study: of the board.")
    (*_, last) = read_letter(within).inspection.findings
    assert last.text == "Minutes are the case study: of the board."


def test_a_heading_about_the_partnership_ends_a_section() -> None:
    text = NEW.replace("Strengths\n\n◼ The", "Otterford Safeguarding Children Partnership (OSCP)\n\nThe")
    reading = read_letter(text)
    assert reading.inspection.findings[5].category is Category.MAIN_FINDING
    assert RemarkCode.HEADING_UNKNOWN in {remark.code for remark in reading.remarks}


def test_both_obligations_bind_on_the_letter_as_a_whole() -> None:
    for text, due in [(OLD, datetime.date(2018, 11, 12)), (NEW, datetime.date(2023, 6, 23))]:
        prepare, send = read_letter(text).inspection.obligations
        assert (prepare.category, prepare.due, send.category) == (None, None, None)
        assert send.due is not None
        assert (send.due.date, send.to) == (due, "partnership")


def test_a_rendered_letter_names_the_inspectorates_that_took_part() -> None:
    for text in (OLD, NEW):
        inspection = read_letter(text).inspection
        again = read_letter(render_text(inspection)).inspection
        assert again.inspectorates == inspection.inspectorates
        assert [f.text for f in again.findings] == [f.text for f in inspection.findings]
        assert again.obligations == inspection.obligations
        assert again.partnership == inspection.partnership
        assert again.publication is not None
        assert inspection.publication is not None
        assert [p.name for p in again.publication.signatories] == [
            p.name for p in inspection.publication.signatories
        ]


_OWN = """
id = "tidewatch-joint-review"
title = "Joint review of a harbour"
inspectorate = "Tidewatch"
subjects = ["joint review of"]
partnerships = ["harbour league"]
aside_headings = ["Tales", "Tale of {}"]
closing_headings = ["What follows"]

[phrases]
subject = ["joint review of {authority}"]
opening = ["on {visit}"]
inspectorates = ["reviewed by {inspectorates}"]

[[joint_inspectorate]]
name = "Lampwatch"
optional = true

[[joint_inspectorate]]
name = "Ropewatch"

[[section]]
category = "overview"
unheaded = true
headings = ["In short"]

[[section]]
category = "strength"
subheadings = true
headings = ["What went well"]

[[obligation]]
phrases = ["answer by {date}"]
due = "date"
"""


def test_a_users_own_kind_has_all_of_this() -> None:
    framework = parse_framework(_OWN, name="own.toml")
    text = (
        "1 May 2024\n\nAda Quill, Director, Wexcombe Council\nBo Marsh, Chair\nCy Dee, Chief Officer\n\n"
        "Dear Wexcombe Harbour League\n\nJoint review of Wexcombe\n\n"
        "On 2 April 2024 it was reviewed by Lampwatch.\n\n"
        "All is well.\n\nWhat went well\n\nAt night\n\n- Lamps burn.\n\nTale of a boat\n\nIt sank.\n\n"
        "What follows\n\nPlease answer by 3 June 2024.\n\nYours sincerely\n\n"
        "Tidewatch          Lampwatch\n\nMona Lisle         Ned Penn\nDirector           Inspector\n"
    )
    reading = read_letter(text, frameworks=[framework])
    inspection = reading.inspection
    assert [each.name for each in inspection.inspectorates] == ["Tidewatch", "Ropewatch", "Lampwatch"]
    assert reading.quote("/inspectorates/2") == "Lampwatch"
    assert inspection.partnership is not None
    assert [(each.category, each.heading, each.text) for each in inspection.findings] == [
        (Category.OVERVIEW, None, "All is well."),
        (Category.STRENGTH, "At night", "Lamps burn."),
    ]
    assert _aside(reading) == "Tale of a boat It sank. What follows"
    assert inspection.obligations[0].due is not None
    assert inspection.publication is not None
    assert len(inspection.publication.recipients) == 3
    assert [p.organisation for p in inspection.publication.signatories] == ["Tidewatch", "Lampwatch"]
    assert {remark.code for remark in reading.remarks} == {RemarkCode.AUTHORITY_UNCERTAIN}


def test_only_the_end_of_the_heading_of_an_aside_may_be_open() -> None:
    with pytest.raises(FrameworkError, match=r"aside_headings\[1\]: 'Tale of \{\} night' has a slot before"):
        parse_framework(_OWN.replace('"Tale of {}"', '"Tale of {} night"'), name="own.toml")


def test_the_first_findings_without_a_heading_are_rendered_as_paragraphs() -> None:
    section = _framework().section(Category.OVERVIEW)
    assert section is not None
    assert section.unheaded
    inspection = read_letter(OLD).inspection
    text = render_text(inspection)
    assert "Headline findings" not in text
    assert f"\n\n{inspection.findings[0].text}\n\n" in text


def test_an_item_without_words_may_be_in_a_case_study() -> None:
    text = OLD.replace(
        "Case study: highly effective practice\n", "Case study: highly effective practice\n\n    \u2022\n"
    )
    assert text != OLD
    assert _findings(text) == _findings(OLD)

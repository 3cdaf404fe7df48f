"""What a site takes, and how it groups the documents."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from site_samples import (
    IMPROVEMENT,
    OVERSIGHT,
    SIMILAR,
    finding,
    followed_up,
    inspection,
    overall,
    year,
)

import inspection_model as im
from inspection_model.site.actions import Action
from inspection_model.site.collection import Collection, collect
from inspection_model.site.documents import SiteRecord, site_documents
from inspection_model.site.timeline import timeline
from inspection_model.tables import Document


def collected(*records: SiteRecord) -> Collection:
    return collect(site_documents(records, where="here"), im.shipped_frameworks())


@pytest.mark.parametrize("records", ["letters", b"letters", 3, None, im.Inspection(), [3], ["a"], [None]])
def test_something_else_is_an_error_that_says_what_was_expected(records: Any, tmp_path: Path) -> None:
    with pytest.raises(im.InvalidTypeError, match=r"write_site\(records\): expected inspections, readings"):
        im.write_site(records, tmp_path / "site")


@pytest.mark.parametrize("arguments", [{"folder": 3}, {"title": None}, {"frameworks": 3}])
def test_an_argument_of_another_type_is_an_error_that_names_it(arguments: Any, tmp_path: Path) -> None:
    (name,) = arguments
    with pytest.raises(im.InvalidTypeError, match=rf"write_site\({name}\)"):
        im.write_site(**({"records": [], "folder": tmp_path / "site"} | arguments))


def test_an_error_keeps_its_file_its_reason_and_its_hint() -> None:
    errors = [
        im.LetterFormatError("a.pdf", "no text", "scan it"),
        im.LetterFileError("b.pdf", "gone"),
        im.MissingExtraError("reading a PDF", "pdf"),
    ]
    failed = collected(*errors).failed
    assert [each.file for each in failed] == ["a.pdf", "b.pdf", None]
    assert [each.error for each in failed] == ["no text; scan it", "gone", str(errors[2])]


def test_authorities_are_in_order_by_name_and_unnamed_documents_last() -> None:
    found = collected(
        im.Inspection(),
        inspection(name="Wexcombe"),
        inspection(name="plymouth city", dfe="879"),
        inspection(name="Otterford"),
        inspection(name=None, partnership=im.Partnership(name="Marsh Partnership")),
    )
    names = [place.name for place in found.places]
    assert names == ["Marsh Partnership", "Otterford", "Plymouth", "Wexcombe", None]
    assert [place.slug for place in found.places][2:] == ["plymouth-879", "wexcombe", "authority-not-stated"]
    assert found.places[2].printed_names == ("plymouth city",)
    assert found.places[1].printed_names == ()
    assert found.places[-1].latest == ()


def test_names_that_are_alike_get_different_pages() -> None:
    found = collected(
        inspection(name="Otterford."), inspection(name="Otterford", dfe="999"), inspection(name="Ötterford")
    )
    assert len({place.slug for place in found.places}) == len(found.places) > 1


def test_duplicates_and_earlier_versions_are_left_out_and_named() -> None:
    one = inspection(finding())
    same = im.loads(im.dumps(one))
    assert isinstance(same, im.Inspection)
    early = attrs.evolve(one, publication=im.Publication(date=datetime.date(2019, 4, 1)))
    late = attrs.evolve(early, publication=im.Publication(date=datetime.date(2019, 5, 1)))
    files = {"one": one, "again": one, "same": same, "early": early, "late": late}
    found = collected(*(Document(record=record, file=file) for file, record in files.items()))
    assert [each.document.file for each in found.documents] == ["late"]
    assert sorted(str(each.document.file) for each in found.left_out) == ["early", "one", "same"]
    assert {each.instead.document.file for each in found.left_out} == {"late"}
    assert not any(each.is_equal for each in found.left_out)
    (twice,) = collected(Document(record=one, file="one"), Document(record=same, file="same")).left_out
    assert twice.is_equal


def test_kinds_are_those_of_the_package_then_others_then_none() -> None:
    found = collected(
        inspection(framework=None),
        inspection(framework="tidewatch-survey", name="A"),
        inspection(framework="ofsted-ilacs", name="B", on=year(2020)),
        inspection(framework="ofsted-ilacs", name="C", on=year(2022)),
        inspection(framework="ofsted-ilacs", name="D", on=None),
    )
    titles = [kind.title for kind, _ in found.kinds]
    assert titles[0].endswith("(ILACS)")
    assert titles[1:] == ["tidewatch-survey", "Kind not recognised"]
    assert [each.place.name for each in found.kinds[0][1]] == ["C", "B", "D"]


def test_the_latest_judgement_is_that_of_each_scale() -> None:
    send = im.Judgement(grade="inconsistent", grade_as_printed="inconsistent experiences", rank=2)
    (place,) = collected(
        inspection(on=year(2015), framework="ofsted-sif", judgements=[overall("inadequate", 4)]),
        inspection(on=year(2019), framework="ofsted-ilacs", judgements=[overall("good", 2)]),
        inspection(on=year(2021), framework="ofsted-area-send", judgements=[send]),
        inspection(on=year(2022), judgements=[im.Judgement(area="leadership", grade="good", rank=2)]),
    ).places
    assert [each.overall and each.overall.grade for each in place.latest] == [
        "inconsistent experiences",
        "Good",
    ]
    assert place.last_day == year(2022)


def test_each_area_for_priority_action_stands_where_the_documents_leave_it() -> None:
    (place,) = collected(im.History([*followed_up()])).places
    found = [(each.raised.finding.text, each.raised.day, each.standing) for each in place.actions]
    other = "Plans for care leavers are written with them, and reviewed."
    assert found == [
        (OVERSIGHT, year(2019), "again"),
        (other, year(2019), "silent"),
        (OVERSIGHT, year(2020), "open"),
        (SIMILAR, year(2021), "open"),
        (OVERSIGHT, None, "open"),
    ]
    assert next(each.raised.day for each in place.newest_actions) == year(2021)
    assert [len(place.standing(name)) for name in ("open", "silent", "again")] == [3, 1, 1]


@pytest.mark.parametrize(
    ("mention", "standing"),
    [(mention, "open") for mention in im.Mention if mention.name not in ("ADDRESSED", "REFERS", "SILENT")]
    + [(im.Mention.ADDRESSED, "addressed"), (im.Mention.REFERS, "silent"), (im.Mention.SILENT, "silent")],
)
def test_the_latest_document_says_whether_an_area_is_open(mention: im.Mention, standing: str) -> None:
    later = tuple(
        im.LaterDocument(inspection=f"of {on}", day=year(on), mention=each)
        for on, each in ((2020, im.Mention.SILENT), (2021, mention))
    )
    raised = im.PriorityAction(id="a", inspection="a", day=year(2019), finding=finding(), later=later)
    assert Action(raised, is_counted_later=False).standing == standing
    assert Action(raised, is_counted_later=True).standing == "again"


def listed_on(*days: datetime.date | None) -> Collection:
    return collected(*(inspection(finding(f"Action {day}."), on=day) for day in days))


def test_a_timeline_has_a_lane_for_each_kind_and_a_mark_for_each_dated_document() -> None:
    found = collected(
        inspection(finding(), finding(SIMILAR), on=year(2019)),
        inspection(
            finding("Plain.", IMPROVEMENT),
            on=year(2020),
            framework="ofsted-ilacs",
            judgements=[overall("good", 2)],
        ),
        inspection(on=None),
    )
    picture = timeline(found.places[0].documents)
    assert picture is not None
    assert [lane.actions for lane in picture.lanes] == [2, 0]
    assert picture.lanes[0].words.endswith("(ILACS): 5 March 2019, 2 areas for priority action")
    assert picture.lanes[1].words.endswith("(ILACS): 5 March 2020, Good")
    assert [year.number for year in picture.years] == [2019, 2020, 2021]
    assert [year.x for year in picture.years] == [6, 49.94, 94]
    assert 6 < picture.lanes[0].marks[0].x < 50 < picture.lanes[1].marks[0].x < 94


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        (2021, 2021, [2021, 2022]),
        (2009, 2026, [2009, 2013, 2017, 2021, 2025]),
        (1, 9999, [1, 2001, 4001, 6001, 8001]),
    ],
)
def test_the_axis_has_few_years_however_long_it_is(first: int, last: int, numbers: list[int]) -> None:
    found = listed_on(year(first), year(last))
    picture = timeline(found.documents)
    assert picture is not None
    assert [each.number for each in picture.years] == numbers
    assert all(6 <= mark.x <= 94 for lane in picture.lanes for mark in lane.marks)


def test_there_is_no_timeline_without_dates() -> None:
    assert timeline(listed_on(None).documents) is None
    assert timeline([]) is None

from __future__ import annotations

import datetime

import attrs
import pytest
from samples import PRIORITY, day, finding, inspection

import inspection_model as im
from inspection_model.comparing.rows import HISTORY_COLUMNS, csv_text, history_rows
from inspection_model.errors import InvalidTypeError, InvalidValueError

WAIT = finding("Families wait for weeks, and nobody tells them why.", PRIORITY)


def codes(history: im.History) -> list[str]:
    return [remark.code for remark in history.remarks]


def publication(*, date: datetime.date | None = None, title: str | None = None) -> im.Publication:
    return im.Publication(date=date, title=title)


def test_the_inspections_are_in_order_whatever_the_order_of_the_input() -> None:
    first, second, undated = inspection(on=day(2019)), inspection(on=day(2021)), inspection()
    twin = inspection(finding("Calls are answered."), on=day(2019))
    one = im.History([undated, second, first, twin])
    assert one == im.History([twin, first, second, undated])
    assert one.inspections[2:] == (second, undated)


def test_the_date_of_the_document_stands_in_for_the_visit() -> None:
    early = inspection(publication=publication(date=day(2018)))
    assert im.History([inspection(on=day(2019)), early]).inspections[0] == early


def test_something_else_than_an_inspection_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="History"):
        im.History(["text"])  # type: ignore[list-item]  # the wrong type on purpose


def test_a_document_whose_inspections_are_not_in_order_is_read_in_order() -> None:
    history = im.History([inspection(on=day(2019)), inspection(on=day(2021))])
    text = im.dumps(history)
    swapped = text.replace("2019", "1111").replace("2021", "2019").replace("1111", "2021")
    assert im.loads(swapped) == history


def test_a_history_that_was_built_out_of_order_is_refused() -> None:
    history = im.History([inspection(on=day(2019)), inspection(on=day(2021))])
    object.__setattr__(history, "inspections", history.inspections[::-1])
    with pytest.raises(InvalidValueError, match="in order"):
        history.__attrs_post_init__()


def test_an_action_names_what_every_later_document_says_of_it() -> None:
    carried = im.Declaration(
        category=PRIORITY, state=im.DeclarationState.CARRIED_OVER, as_printed="see the letter of May"
    )
    history = im.History(
        [
            inspection(WAIT, on=day(2019)),
            inspection(WAIT, on=day(2020)),
            inspection(finding("Families wait for weeks, and nobody tells them.", PRIORITY), on=day(2021)),
            inspection(
                declared=[attrs.evolve(carried, category=im.Category.STRENGTH), carried], on=day(2022)
            ),
            inspection(finding("Calls are answered."), on=day(2023)),
            inspection(WAIT),
        ]
    )
    action = history.priority_actions[0]
    assert [each.mention for each in action.later] == ["listed-again", "similar", "carried-over", "silent"]
    again, similar, over, silent = action.later
    assert (again.finding, again.similarity) == (f"{again.inspection}/priority-action/1", 100)
    assert similar.similarity == 94
    assert over.as_printed == "see the letter of May"
    assert silent == im.LaterDocument(inspection=silent.inspection, day=day(2023), mention=im.Mention.SILENT)
    assert history.priority_actions[-1].later == ()  # without a date, nothing is known to be later


def test_judgements_of_an_area_are_in_order_with_their_changes() -> None:
    def judged(rank: int, on: datetime.date | None = None) -> im.Inspection:
        return inspection(judgements=[im.Judgement(area="leadership", grade=f"g{rank}", rank=rank)], on=on)

    outcome = im.Judgement(grade="positive", rank=1)
    other_kind = inspection(framework="ofsted-area-send", judgements=[outcome], on=day(2020, 5))
    visit = inspection(judgements=[outcome], on=day(2024))
    history = im.History([judged(3, on=day(2018)), judged(2, on=day(2020)), judged(4), other_kind, visit])
    found = [(each.judgement.rank, each.change) for each in history.judgements]
    # The outcomes of two kinds of inspection are not compared, and a document without a date with nothing.
    assert found == [(3, None), (2, "better"), (4, None), (1, None), (1, None)]


def test_an_equal_document_counts_once_and_is_remarked() -> None:
    one = inspection(WAIT, on=day(2019))
    history = im.History([one, one])
    assert codes(history) == ["duplicate-document"]
    assert history.documents == (one,)
    assert len(history.priority_actions) == 1
    undated = im.History([inspection(WAIT), inspection(WAIT), inspection()])
    assert codes(undated) == ["document-undated"] * 3 + ["duplicate-document"]
    assert len(undated.documents) == 2


def test_of_two_versions_of_a_letter_the_later_counts() -> None:
    first = inspection(WAIT, on=day(2019), publication=publication(date=day(2019, 4)))
    second = inspection(on=day(2019), publication=publication(date=day(2019, 5)))
    history = im.History([second, first])
    assert codes(history) == ["document-versions"]
    assert history.documents == (second,)
    (remark,) = history.remarks
    assert (remark.pointer, remark.related) == ("/inspections/0", ("/inspections/1",))


def test_two_documents_of_one_inspection_both_count_and_are_remarked() -> None:
    one = inspection(on=day(2019), publication=publication(title="Sampleton"))
    board = inspection(on=day(2019), publication=publication(title="Sampleton safeguarding board"))
    assert codes(im.History([one, board])) == ["several-documents"]
    assert len(im.History([one, board]).documents) == 2
    neighbour = inspection(on=day(2019), name="Northmere")
    assert set(codes(im.History([one, neighbour]))) == {"several-documents", "authority-changed"}


def test_a_boundary_that_changed_is_remarked() -> None:
    def barnsley(gss: str, on: datetime.date) -> im.Inspection:
        identifiers = [im.Identifier(scheme=im.IdentifierScheme.GSS, value=gss)]
        return inspection(authority=im.Authority(name="Barnsley", identifiers=identifiers), on=on)

    history = im.History([barnsley("E08000016", day(2020)), barnsley("E08000038", day(2026))])
    (remark,) = history.remarks
    assert remark.code == "authority-changed"
    assert "its GSS code is E08000038 instead of E08000016" in remark.message
    assert len(im.histories(history.inspections)) == 1


def test_a_successor_is_named_from_the_register() -> None:
    cumbria = inspection(WAIT, name="Cumbria", dfe="909", on=day(2021))
    cumberland = inspection(name="Cumberland", dfe="942", on=day(2024))
    history = im.History([cumbria, cumberland])
    (remark,) = history.remarks
    assert "Cumberland (942) took over the area of Cumbria (909) or a part of it" in remark.message
    assert [each.successor for each in history.successions] == ["942", "943"]
    assert history.priority_actions[0].later[0].mention is im.Mention.SILENT


def test_codes_that_change_without_a_reason_are_remarked() -> None:
    unknown = inspection(authority=None, partnership=None, on=day(2020))
    history = im.History([inspection(dfe="879", on=day(2019)), unknown, inspection(dfe="880", on=day(2021))])
    (remark,) = history.remarks
    assert "the register has no reason" in remark.message


def test_records_are_grouped_by_authority() -> None:
    first = inspection(dfe="879", name="Plymouth", on=day(2019))
    second = inspection(name="Plymouth City Council", on=day(2021))
    invented = inspection(name="Northmere", on=day(2019))
    printed_otherwise = inspection(name="NORTHMERE", on=day(2020))
    gss = [im.Identifier(scheme=im.IdentifierScheme.GSS, value="E99999999")]
    unknown_code = inspection(authority=im.Authority(name="Otterford", identifiers=gss))
    partners = inspection(authority=None, partnership=im.Partnership(name="Wexcombe Partnership"))
    nobody = inspection(authority=None)
    found = im.histories([second, nobody, first, invented, unknown_code, partners, printed_otherwise])
    assert [history.inspections for history in found] == [
        (partners,),
        (invented, printed_otherwise),
        (unknown_code,),
        (first, second),
        (nobody,),
    ]
    assert found[0].name is None


def test_readings_are_grouped_as_well_and_other_records_are_refused() -> None:
    reading = im.read_letter("Dear Mr Fenn")
    assert im.histories([reading])[0].inspections == (reading.inspection,)
    with pytest.raises(InvalidTypeError, match="inspections or readings"):
        im.histories(["text"])  # type: ignore[list-item]  # the wrong type on purpose


def test_the_documents_of_predecessors_are_added_on_request() -> None:
    poole = inspection(name="Poole", dfe="836", on=day(2017))
    merged = inspection(name="BCP", dfe="839", on=day(2020))
    assert [len(each.inspections) for each in im.histories([poole, merged])] == [1, 1]
    found = im.histories([poole, merged, inspection(name="Northmere")], with_predecessors=True)
    assert [len(each.inspections) for each in found] == [2, 1, 1]


def test_a_history_has_rows_for_a_spreadsheet() -> None:
    graded = inspection(
        WAIT,
        finding("=1+1", PRIORITY),
        judgements=[im.Judgement(area="leadership", grade="good", rank=2)],
        on=day(2019),
    )
    rows = [*history_rows(im.History([graded, inspection(WAIT, on=day(2020)), inspection()]))]
    assert [row["row"] for row in rows] == [
        *["document"] * 3, "judgement", *["priority-action"] * 3, "remark",
    ]  # fmt: skip
    text = csv_text(HISTORY_COLUMNS, rows)
    assert text.startswith(",".join(HISTORY_COLUMNS))
    assert ",'=1+1," in text


def test_judgements_of_one_day_are_not_compared_with_each_other() -> None:
    on = datetime.date(2020, 3, 5)
    ranks = (("good", 2), ("inadequate", 4))
    judgements = [im.Judgement(area="leadership", grade=grade, rank=rank) for grade, rank in ranks]
    both = im.Inspection(
        framework="ofsted-ilacs",
        visit=im.Visit(periods=[im.Period(start=on, end=on)]),
        judgements=judgements,
    )
    assert [dated.change for dated in im.History([both]).judgements] == [None, None]

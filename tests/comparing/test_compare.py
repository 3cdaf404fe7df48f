from __future__ import annotations

import pytest
from hypothesis import given, settings
from samples import IMPROVEMENT, PRIORITY, STRENGTH, finding, inspection

import inspection_model as im
from inspection_model import strategies
from inspection_model.errors import InvalidTypeError, InvalidValueError

KEPT, REWORDED, MOVED, NEW, GONE = im.FindingChangeKind


def kinds(comparison: im.Comparison) -> list[im.FindingChangeKind]:
    return [change.kind for change in comparison.findings]


@settings(deadline=None)
@given(strategies.inspection_pairs())
def test_every_known_change_is_found_and_no_other(pair: strategies.InspectionPair) -> None:
    found = {
        (each.kind, each.earlier and each.earlier.place, each.later and each.later.place)
        for each in im.compare(pair.earlier, pair.later).findings
    }
    assert found == pair.changes


def test_the_same_text_in_the_same_category_is_kept() -> None:
    one = inspection(finding("Plans are late.", number=1))
    other = inspection(finding("Plans are late.", number=7))
    (change,) = im.compare(one, other).findings
    assert (change.kind, change.similarity, change.is_suggestion) == (KEPT, 100, False)


def test_a_pair_of_different_texts_is_a_suggestion_with_its_similarity_and_words() -> None:
    comparison = im.compare(
        inspection(finding("the time that families wait")), inspection(finding("the time that babies wait"))
    )
    (change,) = comparison.findings
    assert (change.kind, change.similarity, change.is_suggestion) == (REWORDED, 80, True)
    assert [each.later for each in change.wording] == ["the time that", "babies", "wait"]
    assert comparison.measure is im.SimilarityMeasure.SHARED_WORDS


def test_case_and_punctuation_alone_are_a_rewording_with_a_similarity_of_100() -> None:
    (change,) = im.compare(
        inspection(finding("Plans are late.")), inspection(finding("plans are late"))
    ).findings
    assert (change.kind, change.similarity, change.is_suggestion) == (REWORDED, 100, True)


@pytest.mark.parametrize("text", ["Plans are late.", "Plans are so late."])
def test_a_finding_in_another_category_or_area_is_moved(text: str) -> None:
    earlier = inspection(finding("Plans are late.", IMPROVEMENT))
    for later in (finding(text, PRIORITY), finding(text, IMPROVEMENT, area="leadership")):
        (change,) = im.compare(earlier, inspection(later)).findings
        assert change.kind is MOVED
        assert bool(change.wording) == (text != "Plans are late.")


def test_equal_texts_are_paired_with_that_in_the_same_place_first() -> None:
    text = "Plans are late."
    earlier = inspection(finding(text, PRIORITY), finding(text, IMPROVEMENT))
    later = inspection(finding(text, IMPROVEMENT), finding(text, PRIORITY))
    assert kinds(im.compare(earlier, later)) == [KEPT, KEPT]


def test_each_finding_is_in_one_pair_and_the_best_whole_is_chosen() -> None:
    # Greedily, "a b c d e" would take "a b c d f" (80 %) and leave the other pair with 40 %.
    earlier = inspection(finding("a b c d e"), finding("a b c x f"))
    later = inspection(finding("a b c d f"), finding("a b c e y"))
    pairs = [(each.earlier, each.later) for each in im.compare(earlier, later).findings]
    assert len(pairs) == 2
    assert all(one and other for one, other in pairs)


def test_equally_similar_findings_are_paired_within_their_category() -> None:
    earlier = inspection(finding("a b c d"))
    later = inspection(finding("a b c e", STRENGTH), finding("a b c f"))
    assert kinds(im.compare(earlier, later)) == [REWORDED, NEW]


def test_below_the_threshold_nothing_is_paired() -> None:
    one, other = inspection(finding("a b c d")), inspection(finding("a b e f"))
    assert kinds(im.compare(one, other)) == [REWORDED]
    assert kinds(im.compare(one, other, threshold=51)) == [GONE, NEW]
    assert im.compare(one, other, threshold=51).counts == {KEPT: 0, REWORDED: 0, MOVED: 0, NEW: 1, GONE: 1}


def test_a_text_without_words_is_paired_with_the_same_text_only() -> None:
    one, other = inspection(finding("***"), finding("…")), inspection(finding("***"), finding("?!"))
    assert kinds(im.compare(one, other)) == [KEPT, NEW, GONE]


def judgement(rank: int | None, area: str | None = "leadership", **more: str) -> im.Judgement:
    grade = {None: "fair", 1: "outstanding", 2: "good", 3: "adequate"}[rank]
    return im.Judgement(area=area, grade=grade, rank=rank, **more)


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        (judgement(2), judgement(1), "better"),
        (judgement(2), judgement(2), "same"),
        (judgement(2), judgement(3), "worse"),
        (judgement(None), judgement(None), "same"),
        (judgement(2), judgement(None), "different"),
        (
            judgement(2, None, area_as_printed="The Port"),
            judgement(1, None, area_as_printed="the port"),
            "better",
        ),
        (judgement(2, None), judgement(1, None), "better"),
        (
            im.Judgement(grade_as_printed="Fair"),
            im.Judgement(grade_as_printed="fair"),
            "same",
        ),
    ],
)
def test_judgements_of_one_area_are_compared_by_rank(
    earlier: im.Judgement, later: im.Judgement, kind: str
) -> None:
    one, other = inspection(judgements=[earlier]), inspection(judgements=[later])
    assert [each.kind for each in im.compare(one, other).judgements] == [kind]


def test_a_judgement_of_another_area_is_new_or_gone() -> None:
    one, other = inspection(judgements=[judgement(2)]), inspection(judgements=[judgement(2, "help")])
    assert sorted(each.kind for each in im.compare(one, other).judgements) == ["gone", "new"]


def test_declared_numbers_have_their_difference_if_both_are_stated() -> None:
    def declared(count: int | None, category: im.Category = PRIORITY) -> im.Declaration:
        state = im.DeclarationState.SPECIFIED if count else im.DeclarationState.NONE
        return im.Declaration(category=category, state=state, count=count)

    one = inspection(declared=[declared(4), declared(None, IMPROVEMENT), declared(2, STRENGTH)])
    other = inspection(declared=[declared(3), declared(5, IMPROVEMENT)])
    found = im.compare(one, other).declared
    assert [each.difference for each in found] == [-1, None, None]
    assert found[2].later is None


def test_an_argument_of_another_type_is_refused() -> None:
    reading = im.read_letter("Dear Mr Fenn")
    for pair in ((reading, inspection()), (inspection(), "text")):
        with pytest.raises(InvalidTypeError, match="compare"):
            im.compare(*pair)


@pytest.mark.parametrize("threshold", [0, 101])
def test_a_threshold_outside_of_the_percentages_is_refused(threshold: int) -> None:
    with pytest.raises(InvalidValueError, match="a percentage from 1 to 100"):
        im.compare(inspection(), inspection(), threshold=threshold)


def test_a_threshold_that_is_no_whole_number_is_refused() -> None:
    with pytest.raises(InvalidTypeError, match="a percentage"):
        im.compare(inspection(), inspection(), threshold=0.5)  # type: ignore[arg-type]  # the wrong type on purpose


def test_a_change_without_the_sides_of_its_kind_is_refused() -> None:
    placed = im.PlacedFinding(id="a/1", place=1, finding=finding("Plans are late."))
    for wrong in (
        {"kind": NEW},
        {"kind": NEW, "earlier": placed, "later": placed},
        {"kind": KEPT, "earlier": placed, "similarity": 100},
        {"kind": KEPT, "earlier": placed, "later": placed},
        {"kind": GONE, "earlier": placed, "similarity": 100},
    ):
        with pytest.raises(InvalidValueError, match="if and only if"):
            im.FindingChange(**wrong)
    for cls in (im.WordChange, im.DeclarationChange):
        with pytest.raises(InvalidValueError, match="at least one"):
            cls()

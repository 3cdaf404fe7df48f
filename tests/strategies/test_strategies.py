"""The published strategies: valid by default, with arguments for all fields, readable when shrunk."""

from __future__ import annotations

import importlib.util
import inspect
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, NoSuchExample
from searching import find

import inspection_model as im
from inspection_model import model, strategies
from inspection_model.comparing import comparison, history
from inspection_model.strategies.arguments import optional_texts

FUNCTIONS = {
    "annual_ratings": im.AnnualRating, "authorities": im.Authority, "bodies": im.Body, "contacts": im.Contact,
    "declarations": im.Declaration, "dues": im.Due, "evidence_sources": im.EvidenceSource,
    "findings": im.Finding, "identifiers": im.Identifier, "inspections": im.Inspection,
    "inspectorates": im.Inspectorate, "judgements": im.Judgement, "partnerships": im.Partnership,
    "previous_inspections": im.PreviousInspection, "legal_bases": im.LegalBasis,
    "earlier_inspections": im.EarlierInspection, "publications": im.Publication,
    "obligations": im.Obligation, "passages": im.Passage, "people": im.Person, "periods": im.Period,
    "comparisons": im.Comparison, "declaration_changes": im.DeclarationChange,
    "finding_changes": im.FindingChange, "histories": im.History,
    "judgement_changes": im.JudgementChange, "placed_findings": im.PlacedFinding,
    "word_changes": im.WordChange,
    "readings": im.Reading, "references": im.Reference, "remarks": im.Remark, "visits": im.Visit,
}  # fmt: skip
NOUNS = {**FUNCTIONS, "damages": strategies.Damage}
ARGUMENTS = [
    (name, argument) for name in NOUNS for argument in inspect.signature(getattr(strategies, name)).parameters
]


def test_there_is_a_strategy_for_every_class_of_the_model() -> None:
    assert {cls.__name__ for cls in FUNCTIONS.values()} == {
        *model.__all__,
        *comparison.__all__,
        *history.__all__,
    }
    assert set(FUNCTIONS) <= set(strategies.__all__)


@pytest.mark.parametrize("name", NOUNS)
def test_a_strategy_draws_its_class(name: str) -> None:
    @settings(max_examples=20)
    @given(getattr(strategies, name)())
    def draws(value: object) -> None:
        assert type(value) is NOUNS[name]

    draws()


@pytest.mark.parametrize("name", NOUNS)
def test_the_arguments_are_the_fields(name: str) -> None:
    """A text field added to `Inspection` is drawn before `inspections()` has an argument for it."""
    parameters = inspect.signature(getattr(strategies, name)).parameters
    drawn_by_type = set(optional_texts(im.Inspection)) - set(parameters) if name == "inspections" else set()
    fields = [field.name for field in attrs.fields(NOUNS[name])]
    assert list(parameters) == [field for field in fields if field not in drawn_by_type]
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in parameters.values())


@attrs.frozen
class Noted:
    """A class with optional texts and other fields."""

    count: int
    theme: str | None
    label: str
    note: str | None = None


def test_optional_text_fields_get_a_default_strategy_from_their_type() -> None:
    assert list(optional_texts(Noted)) == ["theme", "note"]
    (theme,) = optional_texts(Noted, besides={"note"}).values()
    assert find(theme, lambda text: text is None) is None
    assert find(theme, lambda text: text is not None) == "Plans are clear."


@pytest.mark.parametrize("name", optional_texts(im.Inspection))
def test_every_optional_text_of_an_inspection_is_drawn(name: str) -> None:
    found = find(strategies.inspections(), lambda inspection: getattr(inspection, name) is not None)
    assert isinstance(getattr(found, name), str)


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS)
def test_an_argument_that_is_not_a_strategy_is_rejected_at_once(name: str, argument: str) -> None:
    with pytest.raises(InvalidArgument, match=argument):
        getattr(strategies, name)(**{argument: "a text"})


@pytest.mark.parametrize(("name", "argument"), ARGUMENTS)
def test_an_argument_is_used(name: str, argument: str) -> None:
    """The field has the value that the argument draws."""
    function = getattr(strategies, name)
    # A change of a finding or a judgement that is new or gone has one side only.
    example = find(function(), lambda value: getattr(value, "kind", None) not in ("new", "gone"))
    given_value = getattr(example, argument)
    if name == "readings" and argument == "passages":
        narrowed = function(source=st.just(example.source), passages=st.just(given_value))
    elif name == "remarks" and argument in ("start", "end"):
        narrowed = function(start=st.just(3), end=st.just(7))
        given_value = {"start": 3, "end": 7}[argument]
    elif name == "identifiers" and argument == "value":
        narrowed = function(scheme=st.just(example.scheme), value=st.just(given_value))
    elif name in ("declarations", "dues") and argument in ("count", "date"):
        other = "state" if name == "declarations" else "unit"
        narrowed = function(**{other: st.just(getattr(example, other)), argument: st.just(given_value)})
    elif name == "passages" and argument == "end":
        given_value = 9
        narrowed = function(end=st.just(9))
    else:
        narrowed = function(**{argument: st.just(given_value)})

    @settings(max_examples=10)
    @given(narrowed)
    def holds(value: Any) -> None:
        assert getattr(value, argument) == given_value

    holds()


def test_a_period_and_a_passage_may_have_both_ends_given() -> None:
    period = find(strategies.periods(), lambda p: p.end > p.start)
    both = strategies.periods(start=st.just(period.start), end=st.just(period.end))
    assert find(both, lambda _: True) == period
    passage = strategies.passages(start=st.just(2), end=st.just(5))
    assert find(passage, lambda _: True).end == 5


@pytest.mark.nightly
def test_the_simplest_inspection_with_a_finding_is_readable_on_one_screen() -> None:
    simplest = find(strategies.inspections(), lambda inspection: bool(inspection.findings))
    assert len(repr(simplest)) < 600
    assert simplest.findings[0].text == "Plans are clear."
    printed = find(strategies.printed_inspections(), lambda inspection: bool(inspection.findings))
    assert len(im.render_text(printed).splitlines()) < 24


@pytest.mark.parametrize("wanted", ["<", "\u202e", "- a dash", "’"])
def test_texts_include_characters_that_expose_common_mistakes(wanted: str) -> None:
    assert wanted in find(strategies.texts(), lambda text: wanted in text)


def test_printed_inspections_accept_a_custom_framework() -> None:
    framework = next(each for each in im.shipped_frameworks() if each.id == "ofsted-focused-visit")
    printed = find(strategies.printed_inspections(framework=framework), lambda _: True)
    assert printed.framework == framework.id


@pytest.mark.parametrize(
    "program",
    [
        "import hypothesis, inspection_model as im",
        "import inspection_model as im, hypothesis",
        "import hypothesis; from inspection_model.model import Inspection; import inspection_model as im",
    ],
)
def test_type_hints_of_given_tests_are_resolved(program: str) -> None:
    """The entry point of the installed package makes importing the strategies unnecessary, in any order."""
    test = (
        "\nfrom hypothesis import given, settings, strategies as st"
        "\n@settings(max_examples=5)"
        "\n@given(st.from_type(im.Inspection), st.from_type(im.Due), st.from_type(im.Framework))"
        "\ndef holds(inspection, due, kind): assert inspection.id and due.unit and kind.title"
        "\nholds()"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program + test], check=True, timeout=120)


def test_importing_hypothesis_does_not_import_the_model() -> None:
    program = (
        "import hypothesis, sys; assert not [m for m in sys.modules if m.startswith('inspection_model')]"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_without_hypothesis_the_strategies_name_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.delitem(sys.modules, "inspection_model.strategies")
    with pytest.raises(im.MissingExtraError, match=r"inspection-model\[hypothesis\]"):
        importlib.import_module("inspection_model.strategies")


def test_a_framework_without_obligations_has_printed_inspections(tmp_path: Path) -> None:
    """Neither obligations nor carried-over statements are required."""
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\ntitle = "Own"\ninspectorate = "Own Inspectorate"\nsubjects = ["visit to the library"]\n'
        '[[section]]\ncategory = "strength"\nheadings = ["What is good"]\n',
        encoding="utf-8",
    )
    framework = im.load_framework(file)

    @given(strategies.printed_inspections(framework=framework))
    def reads_back(inspection: im.Inspection) -> None:
        text = im.render_text(inspection, framework=framework)
        assert im.read_letter(text, frameworks=[framework]).inspection == inspection

    reads_back()


NO_STRATEGIES = {"Damage", "InspectionPair", "LetterText", "ReportText", "strategy_for"}
PUBLISHED = sorted({*strategies.__all__} - NO_STRATEGIES)


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_repr_of_a_strategy_is_the_call(name: str) -> None:
    assert repr(getattr(strategies, name)()) == f"{name}()"


def test_the_repr_of_a_strategy_has_the_arguments_that_were_passed() -> None:
    findings = strategies.findings(number=st.none(), text=None)
    assert repr(findings) == "findings(number=none())"
    assert repr(strategies.inspections(findings=st.tuples(findings))) == (
        "inspections(findings=tuples(findings(number=none())))"
    )
    framework = im.shipped_frameworks()[0]
    assert repr(strategies.printed_inspections(framework=framework)) == (
        f"printed_inspections(framework=<Framework {framework.id}>)"
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_signature_and_the_type_hints_name_the_types(name: str) -> None:
    function = getattr(strategies, name)
    assert function.__name__ == name
    assert function.__module__.startswith("inspection_model.strategies.")
    assert function.__doc__
    signature = inspect.signature(function)
    hints = typing.get_type_hints(function)
    assert typing.get_origin(hints["return"]) is st.SearchStrategy
    assert signature.return_annotation == hints["return"]
    assert {each.name: each.annotation for each in signature.parameters.values()} == {
        name: hint for name, hint in hints.items() if name != "return"
    }


def test_the_id_of_a_framework_is_not_the_framework() -> None:
    strategy = strategies.printed_inspections(framework="ofsted-ucra")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(im.InvalidTypeError, match=r"^printed_inspections\(framework\): .*shipped_frameworks"):
        find(strategy, lambda _: True)


def test_a_printed_finding_does_not_state_that_there_are_none() -> None:
    items = st.sampled_from(["NONE", "There are no priority actions.", "Crews are quick."])
    letters = next(each for each in im.shipped_frameworks() if each.id == "ofsted-focused-visit")
    printed = strategies.printed_inspections(framework=letters, items=items)
    drawn = printed.map(lambda each: {f.text[:5] for f in each.findings})
    assert find(drawn, bool) == {"Crews"}
    with pytest.raises(NoSuchExample):
        find(drawn, lambda texts: bool(texts & {"NONE", "There"}))


def test_an_unknown_argument_is_rejected() -> None:
    with pytest.raises(TypeError, match="txt"):
        strategies.findings(txt=st.just("a"))  # type: ignore[call-arg]  # the mistake is the test


def test_a_framework_is_one_of_those_of_the_package() -> None:
    for strategy in (strategies.frameworks(), strategies.strategy_for(im.Framework)):
        assert find(strategy, lambda _: True) in im.shipped_frameworks()


def test_there_is_no_strategy_for_other_classes() -> None:
    with pytest.raises(KeyError):
        strategies.strategy_for(int)

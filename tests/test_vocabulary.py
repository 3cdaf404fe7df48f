"""The vocabularies: every member is a string, is its own JSON form, and is documented."""

from __future__ import annotations

import ast
import json
import pickle
import re
from enum import StrEnum
from pathlib import Path

import pytest

from inspection_model import vocabulary
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    Mention,
    PassageRole,
    PersonRole,
    PreviousState,
    PublicationForm,
    Rating,
    RemarkCode,
    SimilarityMeasure,
)

LISTS: tuple[type[StrEnum], ...] = (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    Mention,
    PassageRole,
    PersonRole,
    PreviousState,
    PublicationForm,
    Rating,
    RemarkCode,
    SimilarityMeasure,
)
EACH = pytest.mark.parametrize("kind", LISTS)


def test_every_list_is_public() -> None:
    assert ["MONTHS", *(kind.__name__ for kind in LISTS)] == vocabulary.__all__


def test_the_months_are_in_english_and_in_order() -> None:
    assert len(vocabulary.MONTHS) == 12
    assert vocabulary.MONTHS[0] == "January"
    assert vocabulary.MONTHS[8] == "September"


@EACH
def test_a_member_is_its_code_in_text_and_in_json(kind: type[StrEnum]) -> None:
    for member in kind:
        assert f"{member}" == member.value == member
        assert json.dumps(member) == f'"{member.value}"'


@EACH
def test_a_member_is_found_by_its_code_and_by_its_repr(kind: type[StrEnum]) -> None:
    for member in kind:
        assert kind(member.value) is member
        assert eval(repr(member), vars(vocabulary)) is member
        assert pickle.loads(pickle.dumps(member)) is member


@EACH
def test_a_name_is_its_code_in_capitals(kind: type[StrEnum]) -> None:
    for member in kind:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", member.value)
        assert member.name == member.value.upper().replace("-", "_")


def test_every_member_that_does_not_explain_itself_is_documented() -> None:
    explain_themselves = {"ContactKind", "Rating"}
    tree = ast.parse(Path(vocabulary.__file__).read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    assert {node.name for node in classes} >= {kind.__name__ for kind in LISTS}
    for node in classes:
        if node.name in explain_themselves:
            continue
        for statement, following in zip(node.body, node.body[1:], strict=False):
            if isinstance(statement, ast.Assign):
                assert isinstance(following, ast.Expr), ast.unparse(statement)
                assert isinstance(following.value, ast.Constant)


def test_four_categories_are_ranked_from_the_most_serious_to_the_best() -> None:
    ranks = {category: category.rank for category in Category}
    assert ranks == {
        Category.PRIORITY_ACTION: 1,
        Category.IMPROVEMENT: 2,
        Category.SATISFACTORY: 3,
        Category.STRENGTH: 4,
        Category.OVERVIEW: None,
        Category.MAIN_FINDING: None,
    }


def test_the_codes_are_the_promised_ones() -> None:
    assert list(Category) == [
        "priority-action",
        "improvement",
        "satisfactory",
        "strength",
        "overview",
        "main-finding",
    ]
    assert list(IdentifierScheme) == ["dfe", "gss", "ofsted-urn"]
    assert list(DeclarationState) == [
        "specified",
        "unspecified",
        "none",
        "carried-over",
        "addressed",
        "partly-addressed",
        "not-addressed",
    ]
    assert list(ContactKind) == ["telephone", "textphone", "fax", "email", "web"]
    assert list(PassageRole) == ["furniture", "boilerplate", "aside", "unread"]
    assert list(PublicationForm) == ["letter", "report"]
    assert list(PersonRole) == ["lead"]
    assert list(PreviousState) == ["not-inspected"]
    assert [rating.removeprefix("performs-") for rating in Rating] == [
        "excellently",
        "well",
        "adequately",
        "poorly",
    ]

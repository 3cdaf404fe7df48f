"""A record is edited, serialised, pickled, copied, rendered and read, in any order.

Only the edited fields change, and no record changes when another is made from it.
"""

from __future__ import annotations

import copy
import pickle
from typing import Any, cast

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import inspection_model as im
from inspection_model import strategies

# Fields that can be changed independently; the authority, for example, is also named in the subject.
EDITED = ("inspectors", "scope", "evidence", "findings", "obligations", "contributes_to")
FRAMEWORKS = {framework.id: framework for framework in im.shipped_frameworks()}


class Journey(RuleBasedStateMachine):
    """A record and its earlier versions."""

    def __init__(self) -> None:
        super().__init__()
        self.record = im.Inspection()
        self.earlier: list[tuple[im.Inspection, str, str]] = []

    def replace(self, record: im.Inspection) -> None:
        """Make a record the current one, and store its `repr` and hash."""
        self.record = record
        self.earlier.append((record, repr(record), im.content_hash(record)))

    def replace_by_equal(self, record: object) -> None:
        """Check that a record equals the current one, and make it the current one."""
        assert type(record) is im.Inspection
        assert record == self.record
        assert hash(record) == hash(self.record)
        assert repr(record) == repr(self.record)
        self.replace(record)

    @initialize(record=strategies.printed_inspections(items=strategies.paragraphs()))
    def start(self, record: im.Inspection) -> None:
        self.replace(record)

    @rule(data=st.data(), names=st.lists(st.sampled_from(EDITED), min_size=1, max_size=2))
    def edit(self, data: st.DataObject, names: list[str]) -> None:
        framework = FRAMEWORKS[cast(str, self.record.framework)]
        items = strategies.paragraphs()
        other = data.draw(strategies.printed_inspections(framework=framework, items=items))
        changes: dict[str, Any] = {name: getattr(other, name) for name in names}
        edited = attrs.evolve(self.record, **changes)
        for field in attrs.fields(im.Inspection):
            source = other if field.name in names else self.record
            assert getattr(edited, field.name) == getattr(source, field.name)
        self.replace(edited)

    @rule(indent=st.sampled_from([None, 2]))
    def through_json(self, indent: int | None) -> None:
        self.replace_by_equal(im.loads(im.dumps(self.record, indent=indent)))

    @rule()
    def through_a_pickle(self) -> None:
        self.replace_by_equal(pickle.loads(pickle.dumps(self.record)))

    @rule(make_copy=st.sampled_from([copy.copy, copy.deepcopy]))
    def through_a_copy(self, make_copy: Any) -> None:
        self.replace_by_equal(make_copy(self.record))

    @rule()
    def through_a_letter(self) -> None:
        self.replace_by_equal(im.read_letter(im.render_text(self.record)).inspection)

    @rule(data=st.data(), damage=strategies.damages(curly=st.just(False)))
    def through_a_damaged_letter(self, data: st.DataObject, damage: strategies.Damage) -> None:
        letters = strategies.letter_texts(inspections=st.just(self.record), damage=st.just(damage))
        self.replace_by_equal(im.read_letter(data.draw(letters).text).inspection)

    @rule()
    def through_a_serialised_reading(self) -> None:
        reading = im.read_letter(im.render_text(self.record))
        loaded = im.loads(im.dumps(reading))
        assert loaded == reading
        assert pickle.loads(pickle.dumps(reading)) == reading
        self.replace_by_equal(loaded.inspection)

    @precondition(lambda self: len(self.earlier) > 1)
    @rule()
    def back_to_the_first(self) -> None:
        self.replace(self.earlier[0][0])

    @invariant()
    def earlier_records_are_unchanged(self) -> None:
        for record, written, content_hash in self.earlier:
            assert repr(record) == written
            assert im.content_hash(record) == content_hash

    @invariant()
    def equal_records_are_rendered_alike(self) -> None:
        again = cast(im.Inspection, im.loads(im.dumps(self.record)))
        for render in (im.render_text, im.render_markdown, im.render_html):
            assert render(again) == render(self.record)


TestJourney = Journey.TestCase
TestJourney.settings = settings(max_examples=max(settings().max_examples // 4, 5), stateful_step_count=10)

"""Records are edited, stored, sent, rendered and read, in any order.

Only the edits change them, and no record changes when another one is derived from it.
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

# Fields that can be changed independently; the authority, for instance, is also named in the subject.
EDITED = ("inspectors", "scope", "evidence", "findings", "obligations", "contributes_to")
FRAMEWORKS = {framework.id: framework for framework in im.shipped_frameworks()}


class Journey(RuleBasedStateMachine):
    """A record that is edited, and all of its earlier states."""

    def __init__(self) -> None:
        super().__init__()
        self.record = im.Inspection()
        self.earlier: list[tuple[im.Inspection, str, str]] = []

    def go_on_with(self, record: im.Inspection) -> None:
        """Replace the record with its next state; remember the current one."""
        self.record = record
        self.earlier.append((record, repr(record), im.content_hash(record)))

    def arrive(self, record: object) -> None:
        """Replace the record with the result of a round trip, which must be equal."""
        assert type(record) is im.Inspection
        assert record == self.record
        assert hash(record) == hash(self.record)
        assert repr(record) == repr(self.record)
        self.go_on_with(record)

    @initialize(record=strategies.printed_inspections(items=strategies.paragraphs()))
    def set_out(self, record: im.Inspection) -> None:
        self.go_on_with(record)

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
        self.go_on_with(edited)

    @rule(indent=st.sampled_from([None, 2]))
    def through_json(self, indent: int | None) -> None:
        self.arrive(im.loads(im.dumps(self.record, indent=indent)))

    @rule()
    def through_a_pickle(self) -> None:
        self.arrive(pickle.loads(pickle.dumps(self.record)))

    @rule(way=st.sampled_from([copy.copy, copy.deepcopy]))
    def through_a_copy(self, way: Any) -> None:
        self.arrive(way(self.record))

    @rule()
    def through_a_letter(self) -> None:
        self.arrive(im.read_letter(im.render_text(self.record)).inspection)

    @rule(data=st.data(), damage=strategies.damages(curly=st.just(False)))
    def through_a_damaged_letter(self, data: st.DataObject, damage: strategies.Damage) -> None:
        letters = strategies.letter_texts(inspections=st.just(self.record), damage=st.just(damage))
        self.arrive(im.read_letter(data.draw(letters).text).inspection)

    @rule()
    def through_a_reading_that_travels(self) -> None:
        reading = im.read_letter(im.render_text(self.record))
        loaded = im.loads(im.dumps(reading))
        assert loaded == reading
        assert pickle.loads(pickle.dumps(reading)) == reading
        self.arrive(loaded.inspection)

    @precondition(lambda self: len(self.earlier) > 1)
    @rule()
    def back_to_the_first(self) -> None:
        self.go_on_with(self.earlier[0][0])

    @invariant()
    def nothing_else_has_changed(self) -> None:
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

from __future__ import annotations

import datetime

from inspection_model.registers.authorities import authorities, find_authority
from inspection_model.registers.successions import predecessors, successions
from inspection_model.vocabulary import IdentifierScheme

DAY = datetime.timedelta(days=1)


def test_the_days_agree_with_the_register_of_authorities() -> None:
    for each in successions():
        old = find_authority(IdentifierScheme.DFE, each.predecessor)[-1]
        new = find_authority(IdentifierScheme.DFE, each.successor)[0]
        assert old.until is not None
        assert old.until + DAY == each.day == new.since


def test_every_authority_that_ended_has_a_successor() -> None:
    live = {entry.dfe for entry in authorities() if entry.until is None}
    ended = {entry.dfe for entry in authorities()} - live
    assert ended == {each.predecessor for each in successions()}


def test_the_predecessors_of_an_authority_are_known() -> None:
    assert predecessors("839") == {"835", "836", "837"}
    assert predecessors("942") == {"909"}
    assert predecessors("879") == frozenset()

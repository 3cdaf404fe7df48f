"""The clauses of a sentence that says what inspectors did.

sentence := clause { joint clause }
          | passive { joint passive }                                "the quality of plans was reviewed"
clause   := [ "they" ] [ "also" ] verb words                         begins with its verb
          | subject words                                            "two inspectors were on site, …"
          | [ "from" ] kind of interview people                      "and meetings with carers"
joint    := [","] "and" | "," | ";" | "while" | …

A verb before a preposition is a participle and opens no clause: "meals, carried out by the trust". A verb
before a joint has the object of the next one: "met with and spoke to carers".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, strip_span
from inspection_model.reading.grammar.evidence import is_method, shows_method

__all__ = [
    "INTERVIEWS",
    "LOOKED_AT",
    "clause_spans",
    "is_bare_verb",
    "list_spans",
    "object_end",
    "object_start",
    "passive_spans",
    "says_what_inspectors_did",
]

INTERVIEWS, LOOKED_AT = "interviews", "looked_at"
"""The facts whose phrases have the verbs."""

# An unknown verb with its object: "toured the building".
_OTHER_VERB = r"[a-z]{2,20}ed (?:an?|the|their|its|some|all|how|two|three|four|several) "
_JOINT = r"(?:, and |; and |; | and, (?:where|when|as) [a-z]{1,20}, | and |, )"
# A subject and a verb together, or words before a subject.
_LONGEST_VERB = 80


def clause_spans(framework: Framework, folded: str) -> Iterator[tuple[int, int]]:
    """Split a sentence at an "and" or a comma before something else that inspectors did.

    Args:
        framework: The framework, whose phrases have the verbs.
        folded: The sentence, folded by `fold_words`.
    """
    start = checked = 0
    about = _About.NOTHING
    for match in _joined_clauses(framework).finditer(folded):
        end = match.start()
        about = max(about, _about(framework, folded[checked:end]))
        checked = end
        if _lacks_object(framework, folded, start, end):
            start, about = match.end(), _About.NOTHING
        elif match["either"] is None and (match["verb"] or about is _About.EVIDENCE):
            yield start, end
            start, about = match.end(), _About.NOTHING
    yield start, len(folded)


def list_spans(framework: Framework, folded: str) -> list[tuple[int, int]]:
    """Return the span of a list of evidence and those of the clauses after it, each with its verb.

    "Case files, and held discussions with staff" is a list: "held" adds nothing.
    """
    ends: list[int] = []
    starts = [0]
    for match in _clauses_after_list(framework).finditer(folded):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, (*ends, len(folded)), strict=True))


def says_what_inspectors_did(framework: Framework, folded: str) -> bool:
    """Return whether inspectors looked at something in a sentence, which may say more around it."""
    return _active(framework).search(folded) is not None


def passive_spans(framework: Framework, folded: str) -> list[tuple[int, int]]:
    """Return what was looked at in a sentence that names it first: "the quality of plans was reviewed".

    Returns:
        Start and end of each; none if the first verb of the sentence is followed by its object.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    if " was " not in folded and " were " not in folded:
        return spans  # most sentences
    for match in _verbs(framework).finditer(folded):
        if match["active"]:
            break
        span = strip_span(folded, start, match.start())
        if " " in folded[slice(*span)]:  # "this was considered" names nothing
            spans.append(span)
        joint = _joint().match(folded, match.end())
        if joint is None:
            break
        start = joint.end()
    return spans


def is_bare_verb(framework: Framework, folded: str) -> bool:
    """Return whether words are a verb without its object: "spoke to"."""
    return _last_verb(framework).match(folded.rstrip(" :")) is not None


def object_end(folded: str, start: int, end: int) -> int:
    """Return the end of an object without a clause at its end that is not about it.

    Such a clause introduces a list (", with a focus on:"), or is on the framework (", in line with …").
    """
    end = _framework_clause(folded, start, end)
    if not folded.endswith(":"):
        return end
    words, comma, last = folded[start:end].rpartition(", ")
    lead_ins = lexicon().activities.list_lead_ins
    if last in lead_ins or (comma and last.endswith(lead_ins)):
        return start + len(words)
    return end


def object_start(folded: str, start: int) -> int:
    """Return where an object starts: at its verb if that is the method, as in "observed a panel"."""
    verb = folded[:start].rsplit(maxsplit=1)[-1:]
    return start - len(verb[0]) - 1 if verb and is_method(verb[0]) else start


def _framework_clause(folded: str, start: int, end: int) -> int:
    """Return the start of the clause on the framework that an object ends with, or the object's end."""
    words = (_last_word(folded, each, start, end) for each in lexicon().activities.inspection_words)
    last = max(words)
    if last < 0 or ", " in folded[last:end]:
        return end
    openings = [match.start() for match in _accordance().finditer(folded, start, last)]
    return openings[-1] if openings and openings[-1] > start else end


def _last_word(folded: str, word: str, start: int, end: int) -> int:
    at = folded.rfind(word, start, end)
    return at if at >= 0 and not folded[at + len(word) : at + len(word) + 1].isalnum() else -1


def _openings(framework: Framework, *names: str) -> list[str]:
    facts = (fact for fact in framework.facts if fact.name in names)
    return [phrase.prefix for fact in facts for phrase in fact.phrases]


@functools.cache
def _kinds_of_interview() -> str:
    """Return the alternatives of the words for an interview before its people, such as "meetings with"."""
    return alternatives(words.partition("{")[0] for words in _people_phrases() if " with {" in words)


def _people_phrases() -> tuple[str, ...]:
    return tuple(phrase for method in lexicon().evidence.methods for phrase in method.people)


def _verb(words: Iterable[str]) -> str:
    """Return the pattern of a verb, except where it is a participle."""
    activities = lexicon().activities
    own, after = alternatives(activities.after_verbs), alternatives(activities.after_participles)
    participle = rf" (?:[a-z]{{1,20}}ly )?(?!{own})(?:{after})\b"
    return rf"(?:{alternatives(words)})\b(?!{participle}| ?[.;:]|\Z| [a-z]{{1,20}}ly(?:[,.;:]|\Z))"


def _before_verb() -> str:
    """Return the pattern of the words between a joint and the verb of a clause."""
    return rf"(?:(?:they|inspectors|{alternatives(lexicon().activities.pronouns)}) )?(?:also )?"


def _by_subject() -> str:
    activities = lexicon().activities
    pronoun = rf"(?:{alternatives(activities.pronouns)}) (?:also )?[a-z]{{2,20}}ed "
    return rf"(?:(?:{alternatives(activities.subjects)}) (?:also |both )?[a-z]|{pronoun})"


@functools.lru_cache(maxsize=32)
def _joined_clauses(framework: Framework) -> re.Pattern[str]:
    """Return the pattern of a joint before a clause.

    Its groups: "verb" for a clause with a known verb or a subject; "either" before one of two verbs; no
    group before words that begin a clause only after others about evidence.
    """
    kinds = tuple(words.partition(" {")[0] for words in _people_phrases())
    openings = (
        words for words in _openings(framework, INTERVIEWS, LOOKED_AT) if not words.strip().endswith(kinds)
    )
    verb = _verb((*openings, *lexicon().activities.verbs))
    activities = lexicon().activities
    joint = rf"(?:{_JOINT}|,? (?:{alternatives(activities.conjunctions)}) )"
    evidence = lexicon().evidence
    filler = alternatives((*evidence.fillers, *activities.after_participles))
    words = rf"(?:(?:{filler}) )?(?:(?:{alternatives(evidence.kind_words)}) ){{0,3}}"
    kind = rf"(?=(?:also )?{words}(?:{_kinds_of_interview()})\b)"
    return re.compile(
        rf"(?P<verb>{joint}(?:{_before_verb()}(?={verb})|(?={_by_subject()})))"
        rf"|(?P<either> or ){_before_verb()}(?={verb})|{_JOINT}(?:{_before_verb()}(?={_OTHER_VERB})|{kind})"
    )


@functools.lru_cache(maxsize=32)
def _clauses_after_list(framework: Framework) -> re.Pattern[str]:
    kinds = {words.partition(" {")[0] for words in _people_phrases()}
    verbs = (*_openings(framework, INTERVIEWS, LOOKED_AT), *lexicon().activities.verbs)
    light = lexicon().activities.light_verbs
    own = [
        verb
        for verb in map(str.strip, verbs)
        if verb not in kinds and not verb.startswith(light) and not is_method(verb)
    ]
    verb = rf"{_before_verb()}(?={_verb(own)}|{_OTHER_VERB})"
    return re.compile(rf"{_JOINT}(?:{verb}|(?={_by_subject()}))")


@functools.lru_cache(maxsize=32)
def _active(framework: Framework) -> re.Pattern[str]:
    subject = alternatives(lexicon().activities.subjects)
    return re.compile(rf"(?:\A|, )(?:{subject}) (?:also )?(?={_verb(_openings(framework, LOOKED_AT))})")


@functools.lru_cache(maxsize=32)
def _last_verb(framework: Framework) -> re.Pattern[str]:
    verbs = alternatives(_openings(framework, INTERVIEWS, LOOKED_AT))
    return re.compile(rf"(?:\A|\A[a-z, ]{{1,40}} )(?:{verbs})\Z")


def _lacks_object(framework: Framework, folded: str, start: int, end: int) -> bool:
    """Return whether a clause needs the next one: "met with and spoke to carers", "in addition, …"."""
    if end - start > _LONGEST_VERB:
        return False
    clause = folded[start:end]
    is_adverbial = start == 0 and clause.startswith(_adverbials())
    return is_adverbial or _last_verb(framework).match(clause) is not None


@functools.cache
def _adverbials() -> tuple[str, ...]:
    return (*(f"{words} " for words in lexicon().activities.adverbials), *lexicon().activities.adverbs)


class _About(IntEnum):
    """What the words of a clause so far are about, the most certain last."""

    NOTHING = 0
    EVIDENCE = 1
    """People, or kinds of evidence, after which others may follow."""
    SCOPE = 2
    """What inspectors looked at, which may contain joints and verbs."""


def _about(framework: Framework, words: str) -> _About:
    if _looked(framework).search(words) is not None:
        return _About.SCOPE
    is_evidence = shows_method(words) or _contact(framework).search(words) is not None
    return _About.EVIDENCE if is_evidence else _About.NOTHING


@functools.lru_cache(maxsize=32)
def _looked(framework: Framework) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_openings(framework, LOOKED_AT))})\b")


@functools.lru_cache(maxsize=32)
def _contact(framework: Framework) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_openings(framework, INTERVIEWS))}|{_kinds_of_interview()})\b")


@functools.cache
def _accordance() -> re.Pattern[str]:
    return re.compile(rf",? (?:{alternatives(lexicon().activities.accordance)}) ")


@functools.lru_cache(maxsize=32)
def _verbs(framework: Framework) -> re.Pattern[str]:
    """Return the pattern of a verb of looking, passive or active."""
    verbs = [prefix.strip() for prefix in _openings(framework, LOOKED_AT)]
    alone = [verb for verb in verbs if " " not in verb]
    passive = rf" (?:was|were) (?:also )?(?:{alternatives(alone)})\b(?! as | to be )"
    return re.compile(rf"{passive}|\b(?P<active>{alternatives(verbs)})\b")


@functools.cache
def _joint() -> re.Pattern[str]:
    adjuncts = "|".join(f" {re.escape(words)}" for words in lexicon().activities.adjuncts)
    return re.compile(rf"(?:{adjuncts})?(?:,? and |, |; )")

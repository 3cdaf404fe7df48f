"""The people who were spoken to, split into groups.

    people     := [ lead-in ] group { joint group } [ purpose ] { way }
    group      := words [ complement ]
    complement := ( where | work | relative ) words { joint words }
    joint      := "," | "and" | "as well as" | …

A complement may contain joints, too. Which joint ends it depends on what follows: a place
continues the places of a group ("staff from the lunch club and garden hub"), anything but people
continues its fields of work ("managers responsible for meals, transport and repairs"), and an "and"
continues a relative clause. "About …" and "to discuss …" end the list: what follows is not a group.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import alternatives, fold_words

__all__ = ["People", "joiners", "names_people", "people_in"]


_FROM = "from "
# A way of speaking to people with the words before it is shorter.
_LONGEST_TAIL = 60


class _Complement(Enum):
    """What the words of a group end with."""

    NONE = auto()
    WHERE = auto()
    WORK = auto()
    RELATIVE = auto()


class _Follows(Enum):
    """Whether a member of a list continues the group before it."""

    NOT = auto()
    PERHAPS = auto()
    SURELY = auto()


class People(NamedTuple):
    """The people of a source.

    Attributes:
        groups: Each group in its words.
        doubtful: Words that were not taken as a separate group, but may be one.
    """

    groups: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


def joiners() -> str:
    """Return the alternatives of the words, besides commas and "and", that join sources or people."""
    return "|".join(f",? {re.escape(words)} " for words in lexicon().evidence.joiners)


@functools.cache
def _joint() -> re.Pattern[str]:
    # An "and" before a capital is part of a name: "the Court Advisory and Support Service".
    return re.compile(rf"{joiners()}|[,;] and |[,;] | and (?![A-Z])")


@functools.cache
def _purpose() -> re.Pattern[str]:
    return re.compile(rf"(?:^|,? )(?:{alternatives(lexicon().people.purpose)}) ")


@functools.cache
def _complements() -> re.Pattern[str]:
    """Return the pattern of the word that opens a complement, by its kind."""
    people = lexicon().people
    kinds = (
        (_Complement.WORK, people.work),
        (_Complement.RELATIVE, people.relative),
        (_Complement.WHERE, people.where),
    )
    return re.compile("|".join(rf"(?:^| )(?P<{kind.name}>{alternatives(words)}) " for kind, words in kinds))


@functools.cache
def _before_group() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternatives(lexicon().people.before_groups)}) )+")


@functools.cache
def _tails() -> re.Pattern[str]:
    """Return the pattern of the ways of speaking to people at the end of a text."""
    ways = alternatives(lexicon().people.tails)
    return re.compile(rf"(?:,|,? and| or)? (?:both |either )?(?:{ways})[ ,]*\Z")


@functools.cache
def _lead_ins() -> tuple[str, ...]:
    return tuple(sorted((f"{words} " for words in lexicon().people.lead_ins), key=len, reverse=True))


@functools.cache
def _people_words() -> frozenset[str]:
    return lexicon().people.nouns | {f"{word}s" for word in lexicon().posts.words} | lexicon().posts.words


@functools.cache
def _after_head() -> re.Pattern[str]:
    """Return the pattern of what ends a noun phrase: a bracket, a preposition."""
    words = (*lexicon().evidence.prepositions, *lexicon().people.where, *lexicon().people.relative)
    return re.compile(rf" (?:\(|(?:{alternatives(words)}) )")


def _head(folded: str) -> str:
    """Return the last word of a noun phrase."""
    words = _after_head().split(folded, maxsplit=1)[0].split()
    return words[-1].strip(",.;:'") if words else ""


def names_people(folded: str) -> bool:
    """Return whether a noun phrase names people: "performance managers"."""
    return _head(folded) in _people_words()


def people_in(text: str) -> People:
    """Split the words for the people spoken to into groups, without what opens or closes the list."""
    groups: list[list[str]] = []
    doubtful: list[str] = []
    complement, before = _Complement.NONE, ""
    is_aside = False  # whether the members are part of what the people were spoken to about
    for joint, member in _members(_trimmed(text)):
        if is_aside and not _resumes(joint, fold_words(member)):
            continue
        if _is_sentence(fold_words(member), complement):
            doubtful.append(member)
            break
        purpose = _purpose().search(fold_words(member))
        words, opens = _opened((member[: purpose.start()] if purpose else member).strip(), joint)
        folded = fold_words(words)
        if _is_without_people(folded):
            doubtful += [words] if folded and not _is_way(folded) else []
        elif not _is_way(folded):
            doubtful += [words] if _is_unclear(folded, joint, opens=opens) else []
            follows = _Follows.SURELY if opens else _follows(complement, before, joint, folded)
            if groups and follows is not _Follows.NOT:
                groups[-1] += (joint, words)
                doubtful += [words] if follows is _Follows.PERHAPS else []
            else:
                groups.append([words])
                complement = _Complement.NONE
            complement, before = _complement_of(folded, complement), folded
        is_aside = purpose is not None
    return People(tuple(map("".join, groups)), tuple(doubtful))


def _is_without_people(folded: str) -> bool:
    """Return whether a member has only words of which none names anybody: "after", "among others"."""
    return _small_words().issuperset(folded.replace(",", " ").split())


def _is_unclear(folded: str, joint: str, *, opens: bool) -> bool:
    """Return whether a member breaks off ("cooks in"), or repeats a preposition before no people."""
    last = folded.rpartition(" ")[2]
    return last in _small_words() or (opens and "and" in joint and folded.startswith(_FROM))


@functools.cache
def _small_words() -> frozenset[str]:
    words = (*lexicon().people.where, *lexicon().people.before_groups, *lexicon().people.small_words)
    return frozenset(word for each in (*words, *lexicon().evidence.prepositions) for word in each.split())


def _trimmed(text: str) -> str:
    """Return the words for people without what opens or closes the list."""
    folded = fold_words(text)
    end = len(folded)
    while tail := _tails().search(folded, max(0, end - _LONGEST_TAIL), end):
        end = tail.start()
    text = text[:end]
    for lead_in in filter(folded[:end].startswith, _lead_ins()):
        if lexicon().people.including in lead_in or not _joint().search(text):
            return text[len(lead_in) :]
    return text


def _resumes(joint: str, folded: str) -> bool:
    """Return whether a member after such words is a group again: "about the tides, and to guards"."""
    prepositions = tuple(f"{word} " for word in lexicon().people.own_prepositions)
    return joint.startswith(",") and folded.startswith(prepositions) and _purpose().match(folded) is None


def _members(text: str) -> Iterator[tuple[str, str]]:
    """Yield the members of a list, each with the joint before it; a joint in brackets does not count."""
    start, joint = 0, ""
    checked = depth = 0
    last = text.rfind(")")
    for match in _joint().finditer(text):
        depth += text.count("(", checked, match.start()) - text.count(")", checked, match.start())
        checked = match.start()
        if depth > 0 and checked < last:
            continue
        yield joint, text[start : match.start()]
        start, joint = match.end(), match.group()
    yield joint, text[start:]


@functools.cache
def _way() -> re.Pattern[str]:
    return re.compile(rf"(?:both |either )?(?:{alternatives(lexicon().people.tails)})")


def _is_way(folded: str) -> bool:
    """Return whether a member says how the people were spoken to."""
    return _way().fullmatch(folded) is not None


@functools.cache
def _finite() -> re.Pattern[str]:
    people = lexicon().people
    return re.compile(
        rf"(?P<relative>\b(?:{alternatives(people.relative)})\b)|\b(?:{alternatives(people.finite)})\b"
    )


def _is_sentence(folded: str, complement: _Complement) -> bool:
    """Return whether a member has a finite verb: "parents told them"."""
    first = _finite().search(folded)
    return first is not None and first["relative"] is None and complement is not _Complement.RELATIVE


def _opened(words: str, joint: str) -> tuple[str, bool]:
    """Return a member without the words before a group, and whether a complement opens it.

    "From" after an "and" repeats the preposition of the verb: "heard from cooks and from drivers".
    """
    before = _before_group().match(fold_words(words))
    if before:
        return words[before.end() :], False
    opening = _complements().match(fold_words(words))
    if opening is None:
        return words, False
    if (
        "and" in joint
        and fold_words(words).startswith(_FROM)
        and names_people(fold_words(words[len(_FROM) :]))
    ):
        return words[len(_FROM) :], False
    return words, True


def _complement_of(folded: str, before: _Complement) -> _Complement:
    """Return the first complement in the words of a group; the one before if they have none."""
    match = _complements().search(folded)
    return _Complement[str(match.lastgroup)] if match else before


def _follows(complement: _Complement, before: str, joint: str, folded: str) -> _Follows:
    """Return whether a member continues the complement of the group before it.

    Args:
        complement: The complement with which that group ends.
        before: The member before this one, folded.
        joint: The joint between the two.
        folded: The member, folded.
    """
    if not any(map(str.isalpha, folded)):
        return _Follows.SURELY  # "aged 16 and 17"
    if complement is _Complement.NONE or names_people(folded):
        is_relative = complement is _Complement.RELATIVE and joint == " and "
        return _Follows.PERHAPS if is_relative else _Follows.NOT
    if complement is _Complement.WHERE:
        if _head(folded) in lexicon().people.places:
            return _Follows.SURELY if joint == " and " else _Follows.PERHAPS
        # "From the north and south gates"; "from health, education and the police".
        is_shared = joint == " and " and " " in folded and _ends_with_place(before)
        has_article = folded.partition(" ")[0] in lexicon().people.articles
        return _Follows.PERHAPS if not has_article and (is_shared or not _is_plural(folded)) else _Follows.NOT
    return _Follows.PERHAPS if complement is _Complement.WORK or joint == " and " else _Follows.NOT


def _ends_with_place(folded: str) -> bool:
    """Return whether a member ends with a place in one word: "from the north"."""
    before, *last = [word for word in folded.rsplit(maxsplit=3)[-3:] if word != "the"][-2:] or [""]
    return bool(last) and before in lexicon().people.where


def _is_plural(folded: str) -> bool:
    head = _head(folded)
    return head.endswith("s") and not head.endswith("ss")

"""From a text to a reading.

    letter := head salutation subject opening { section } closing sign-off signatories

Every part may be missing. A text that is no letter of a known framework gives a reading too:
nothing of it is read, and a remark says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from inspection_model.checking import compare, invisible_characters
from inspection_model.errors import InvalidTypeError
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.frameworks.phrase import fold_words
from inspection_model.model.authority import Authority
from inspection_model.model.characters import INVISIBLE
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Inspectorate
from inspection_model.model.letter import Letter
from inspection_model.model.reading import Passage, Reading, Remark
from inspection_model.model.trusted import open_class
from inspection_model.reading.activities import take_listed_evidence
from inspection_model.reading.blocks import Block, split_blocks
from inspection_model.reading.draft import Draft, add
from inspection_model.reading.ends import read_head, read_signatures
from inspection_model.reading.facts import closing_facts, opening_facts, tells_what_follows
from inspection_model.reading.furniture import furniture_lines
from inspection_model.reading.headings import MOST_LINES, headings_of
from inspection_model.reading.identity import identify_authority
from inspection_model.reading.ledger import BOILERPLATE, FURNITURE, UNREAD, Ledger
from inspection_model.reading.lines import BYTE_ORDER_MARK, Line, split_lines, unusual_characters
from inspection_model.reading.paragraphs import part_paragraphs
from inspection_model.reading.phrases import CLOSING
from inspection_model.reading.recognition import find_salutation, has_subject, recognise
from inspection_model.reading.sections import Opener, Sections, is_heading_like, section_opener
from inspection_model.reading.sentences import first_sentence, is_unfinished, split_sentences, whole
from inspection_model.reading.sign_off import sign_off_line
from inspection_model.reading.stretch import stretch_of
from inspection_model.vocabulary import RemarkCode

__all__ = ["read_letter"]

# An unread stretch is quoted in its remark up to this length.
_EXCERPT = 80

# The paragraph that opens it is shorter than most of the findings above it.
_LONG_PARAGRAPH = 700
# And fewer lines than this.
_CLOSING_LINES = 16
# The subject is one of the first paragraphs: what it is a kind of may stand above it.
_SUBJECT_WITHIN = 3
# So many paragraphs without words of the closing may stand among those with some.
_MOST_OTHERS = 4

_OpenReading = open_class(Reading)


def read_letter(text: str, *, frameworks: Iterable[Framework] | None = None) -> Reading:
    """Read a letter.

    Reading is total: every string gives a reading. What is not understood is a passage ``unread``
    with a remark.

    Args:
        text: The letter's text.
        frameworks: The kinds of inspection to look for; those of the package when left out. The
            one that the opening or the subject names first is taken; of several the first of these.

    Raises:
        InvalidTypeError: If the text is no string.
    """
    if type(text) is not str:
        raise InvalidTypeError("read_letter(text)", "a string", type(text).__name__)
    known = shipped_frameworks() if frameworks is None else tuple(frameworks)
    unusual = unusual_characters(text)
    lines = split_lines(text, unusual)
    rare = "".join(unusual)
    skipped = furniture_lines(lines)
    salutation = find_salutation(lines)
    has_blank_lines = salutation is None or not part_paragraphs(lines, skipped, salutation + 1)
    framework = recognise(lines, skipped, salutation, known)
    if framework is None:
        message = "the text is no letter of a known framework; nothing of it was read"
        remark = Remark(code=RemarkCode.FRAMEWORK_UNKNOWN, message=message)
        ledger = Ledger(text)
        passages = ledger.passages()
        remarks = (remark, *_dropped(ledger, text))
        return Reading(source=text, inspection=Inspection(), passages=passages, remarks=remarks)
    draft = Draft(framework, Ledger(text))
    if not has_blank_lines:
        message = "the text has no blank lines between paragraphs; short lines told where they end"
        draft.remark(RemarkCode.PARAGRAPHS_UNCERTAIN, message)
    if text.startswith(BYTE_ORDER_MARK):
        draft.ledger.enter_span(0, len(BYTE_ORDER_MARK), FURNITURE)
    for index in skipped:
        draft.ledger.enter_span(lines[index].start, lines[index].end, FURNITURE)
    _read(draft, lines, skipped, salutation, printable=rare.isprintable())
    return _reading(text, draft, may_hide=INVISIBLE.search(rare) is not None)


def _read(
    draft: Draft, lines: list[Line], skipped: set[int], salutation: int | None, *, printable: bool
) -> None:
    """Take a letter apart, from its middle to its ends: they are split by what the middle says."""
    body = 0 if salutation is None else salutation + 1
    end = sign_off_line(lines, skipped, body)
    _part_closing(draft, lines, range(max(body + 1, end - _CLOSING_LINES), end))
    ahead = frozenset(index - body for index in skipped if body <= index < end)
    blocks = split_blocks(lines[body:end], ahead, headings_of(draft.framework), printable=printable)
    if salutation is None:
        first = next((i for i, block in enumerate(blocks) if has_subject_block(draft, block)), 0)
        blocks = blocks[first:]
        if blocks:  # there are none before a sign-off at the top
            body = next(i for i, line in enumerate(lines) if line.start == blocks[0].mark[0])
    else:
        _read_salutation(draft, lines[salutation])
    opening, sections, closing = _parts(draft, blocks)
    _read_opening(draft, opening)
    _read_sections(draft, sections)
    _read_closing(draft, closing)
    head_end = body if salutation is None else salutation
    read_head(draft, [line for i, line in enumerate(lines[:head_end]) if i not in skipped])
    read_signatures(draft, [line for i, line in enumerate(lines[end:], end) if i not in skipped])


def _part_closing(draft: Draft, lines: list[Line], among: range) -> None:
    """Set a gap before the sentence that opens the closing, where it stands right below a finding."""
    for index in among:
        line, before = lines[index], lines[index - 1].text
        opens = line.gap == 1 and line.text[0].isupper() and not is_unfinished(before)
        if opens and draft.phrasebook.find(CLOSING, fold_words(line.text)) is not None:
            line.gap = 2
            return


def has_subject_block(draft: Draft, block: Block) -> bool:
    """Whether a block is the subject of the letter, or its opening."""
    return has_subject(draft.framework, fold_words(block.text))


def _read_salutation(draft: Draft, line: Line) -> None:
    stretch = stretch_of([line])
    text = stretch.text.rstrip(" ,")
    draft.salutation = text
    draft.ledger.enter(stretch, 0, len(text), "/letter/salutation")
    draft.ledger.enter(stretch, len(text), len(stretch.text), BOILERPLATE)


def _parts(draft: Draft, blocks: list[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Split the body where the first section opens and where the closing begins."""
    first = len(blocks)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if section_opener(draft, block, following) is not None:
            first = index
            break
    last = _closing_start(draft, blocks, first)
    return blocks[:first], blocks[first:last], blocks[last:]


def _closing_start(draft: Draft, blocks: Sequence[Block], first: int) -> int:
    """Say where the closing begins: nothing below the sentence that opens it is a finding."""
    last = len(blocks)
    others = 0  # paragraphs without such a sentence, above the last with one
    for index in range(len(blocks) - 1, first - 1, -1):
        if blocks[index].heading is not None or others > _MOST_OTHERS:
            break
        if _opens_closing(draft, blocks[index]):
            last, others = index, 0
        else:
            others += 1
    while last > first and _is_closing(draft, blocks[last - 1]):
        last -= 1
    if first < last < len(blocks) and is_heading_like(blocks[last - 1], blocks[last]):
        last -= 1
    return last


def _opens_closing(draft: Draft, block: Block) -> bool:
    """Whether the first sentence of a paragraph is one that opens the closing."""
    if block.is_item or not 0 < len(block.text) < _LONG_PARAGRAPH:
        return False
    return draft.phrasebook.find(CLOSING, first_sentence(block.stretch).folded) is not None


def _is_closing(draft: Draft, block: Block) -> bool:
    """Whether a paragraph at the end says something of the framework's, not of what was found."""
    if block.is_item or block.heading is not None or not block.text:
        return False
    return tells_what_follows(draft, first_sentence(block.stretch), block)


def _read_opening(draft: Draft, blocks: Sequence[Block]) -> None:
    """Take the subject and the paragraphs before the first section."""
    listing = ""  # the fact that the items of a list give
    for index, block in enumerate(blocks):
        if block.is_item:
            _read_item(draft, block, listing)
        elif index < _SUBJECT_WITHIN and draft.subject is None and _is_subject(draft, block):
            _read_subject(draft, block)
        else:
            listing = _read_paragraph(draft, block)


def _read_paragraph(draft: Draft, block: Block) -> str:
    """Take a paragraph of the opening; give the fact whose list it opens, if it opens one."""
    sentences = split_sentences(block.stretch)
    fact = ""
    if block.text.endswith(":"):
        # Evidence comes from something; all else that is listed here is what was looked at.
        last = sentences.pop()
        fact = "evidence" if "evidence" in last.folded else "scope"
        if not opening_facts(draft, last):
            draft.ledger.enter(last.stretch, last.start, last.end, BOILERPLATE)
    for sentence in sentences:
        if not opening_facts(draft, sentence):
            draft.ledger.enter(sentence.stretch, sentence.start, sentence.end, UNREAD)
    return fact


def _read_item(draft: Draft, block: Block, listing: str) -> None:
    """Take an item of a list in the opening."""
    draft.ledger.enter_span(*block.mark, FURNITURE)
    if listing == "evidence" and block.text:
        take_listed_evidence(draft, whole(block.stretch))
    elif listing and block.text:
        pointer = f"/scope/{add(draft.scope, block.text)}"
        draft.ledger.enter_all(block.stretch, pointer)


def _is_subject(draft: Draft, block: Block) -> bool:
    return has_subject_block(draft, block) and not block.text.lower().startswith("this letter")


def _read_subject(draft: Draft, block: Block) -> None:
    draft.subject = block.text
    draft.ledger.enter_all(block.stretch, "/letter/subject")


def _read_sections(draft: Draft, blocks: Sequence[Block]) -> None:
    sections = Sections(draft)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if len(block.lines) > MOST_LINES and not (following is not None and following.is_item):
            sections.take(block, following)  # too long for a heading, and above no list: most paragraphs
            continue
        opener = section_opener(draft, block, following)
        if opener is not None and sections.may_open(opener):
            sections.open(opener, block)
        elif opener is None and sections.is_parted_by(block, following):
            sections.open(Opener(None), block)
        else:
            sections.take(block, following)
    sections.close()


def _read_closing(draft: Draft, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.is_item:
            draft.ledger.enter_span(*block.mark, FURNITURE)
        for sentence in split_sentences(block.stretch):
            if not closing_facts(draft, sentence):
                draft.ledger.enter(sentence.stretch, sentence.start, sentence.end, UNREAD)


def _reading(source: str, draft: Draft, *, may_hide: bool) -> Reading:
    inspection = _inspection(draft, identify_authority(draft))
    passages = draft.ledger.passages()
    about_facts = [*draft.remarks, *compare(inspection, draft.framework)]
    if may_hide:
        about_facts += invisible_characters(inspection)
    unread = _unread(source, passages) if draft.ledger.has_unread else ()
    remarks = [*_placed(about_facts, passages), *unread, *_dropped(draft.ledger, source)]
    remarks.sort(key=lambda remark: len(source) if remark.start is None else remark.start)
    reading = _OpenReading()
    reading.source, reading.inspection = source, inspection
    reading.passages, reading.remarks = passages, tuple(remarks)
    reading.__class__ = Reading
    read: Reading = reading
    return read


def _inspection(draft: Draft, authority: Authority | None) -> Inspection:
    inspectorate = Inspectorate(
        name=draft.inspectorate or draft.framework.inspectorate,
        address=tuple(draft.address),
        contacts=tuple(draft.contacts),
    )
    letter = Letter(
        date=draft.date,
        date_as_printed=draft.date_as_printed,
        subject=draft.subject,
        salutation=draft.salutation,
        recipients=tuple(draft.recipients),
        signatories=tuple(draft.signatories),
    )
    return Inspection(
        framework=draft.framework.id,
        authority=authority,
        inspectorates=(inspectorate,),
        legal_basis=draft.legal_basis,
        visit=draft.visit,
        inspectors=tuple(draft.inspectors),
        scope=tuple(draft.scope),
        evidence=tuple(draft.evidence),
        findings=tuple(draft.findings),
        declared=tuple(draft.declared),
        obligations=tuple(draft.obligations),
        contributes_to=draft.contributes_to,
        letter=letter,
    )


def _unread(source: str, passages: Sequence[Passage]) -> Iterable[Remark]:
    for passage in passages:
        if passage.role == UNREAD:
            words = " ".join(stretch_of(split_lines(source[passage.start : passage.end])).text.split())
            excerpt = words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
            message = f'not understood: "{excerpt}"'
            yield Remark(code=RemarkCode.UNREAD, message=message, start=passage.start, end=passage.end)


def _dropped(ledger: Ledger, source: str) -> Iterable[Remark]:
    """Say where characters stand that are no text; one remark names the first and counts the rest."""
    if ledger.dropped:
        first = ledger.dropped[0]
        more = f", and {len(ledger.dropped) - 1} more" if len(ledger.dropped) > 1 else ""
        message = f"the character U+{ord(source[first]):04X} is not text and was left out{more}"
        yield Remark(code=RemarkCode.CONTROL_CHARACTER, message=message, start=first, end=first + 1)


def _placed(remarks: Iterable[Remark], passages: Sequence[Passage]) -> Iterable[Remark]:
    """Give remarks on facts the place of the first passage of the fact."""
    remarks = tuple(remarks)
    places: dict[str, tuple[int, int]] = {}
    for passage in passages if remarks else ():
        pointer = passage.role
        while pointer and pointer not in places:
            places[pointer] = (passage.start, passage.end)
            pointer = pointer.rpartition("/")[0]
    for remark in remarks:
        place = places.get(remark.pointer) if remark.pointer is not None else None
        yield remark if place is None else attrs.evolve(remark, start=place[0], end=place[1])

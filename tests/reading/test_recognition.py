"""Recognition: a letter names its framework in its opening or its subject; other texts have none."""

from __future__ import annotations

import json
from itertools import permutations

import attrs
import pytest
from reading_samples import SAMPLES, focused_framework, reading_of, ucra_framework

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import shipped_frameworks
from inspection_model.model.inspection import Inspection
from inspection_model.reading.layout.layout import lay_out
from inspection_model.reading.recognition import names_kind, recognise
from inspection_model.vocabulary import PassageRole, RemarkCode

_FINDINGS = "\n\nFindings\n\n- One."
_SIGNATURE = "\n\nYours sincerely\n\nMona Lisle\nHer Majesty's Inspector"
_OPENING = "This letter summarises the findings of a focused visit to Otterford on 5 May 2019."


def _recognise(text: str, *frameworks: Framework) -> Framework | None:
    return recognise(lay_out(text, frameworks), frameworks).framework


def _recognised(text: str) -> str | None:
    framework = _recognise(text, *shipped_frameworks())
    return framework.id if framework else None


@pytest.mark.parametrize(
    "subject",
    [
        "Dear Ida\n\nFocused visit to Otterford",
        "Dear\tIda\n\nFocused visit to Otterford",
        "Dear Ida\n\nFOCUSED VISIT TO\nOTTERFORD",
        "Dear Ida\n\nA note first.\n\nFocussed visit to Otterford",
        "Dear Ida\n\n2\n\nFocused visit to Otterford",
        "Dear Ida\n\nRecent focused visit to Otterford.",
        # Each at its limit.
        f"Dear {'x' * 95}\n\nFocused visit to Otterford",
        "Dear Ida\n\nA.\n\nB.\n\nC.\n\nFocused visit to Otterford",
        "Dear Ida\n\na\nb\nc\nd\n\nFocused visit to Otterford",
        f"Dear Ida\n\n{'x' * 39} focused visit to Otterford",
        f"Dear Ida\n\nFocused visit to {'x' * 283}",
        f"Dear Ida\n\nFocused visit to Otterford {'x' * 40} focused visit to Otterford",
        # Without its verb an opening is like a subject line.
        f"Dear Ida\n\nThis letter {'x' * 87} focused visit to Otterford.",
    ],
)
def test_a_focused_visit_is_recognised_by_its_subject_and_findings(subject: str) -> None:
    assert _recognised(f"{subject}{_FINDINGS}") == "ofsted-focused-visit"
    assert _recognised(f"{subject}\n\nThere were no findings.") is None


@pytest.mark.parametrize(
    "text",
    [
        f"Dear Ida\n\n{_OPENING}",
        f"dear Ida,\n\n{_OPENING}",
        f"1 May 2019\n\nFocused visit to Otterford\n\n{_OPENING}{_SIGNATURE}",
        f"{_OPENING}{_SIGNATURE}",
        f"Dear all\n\nThe letter has come.\n\nDear Ida\n\n{_OPENING}",
        f"Dear Ida\n\n{'Our reference: 7' * 3}\n\n{_OPENING}",
        "Dear Ida\n\n" + "A.\n\n" * 11 + _OPENING,
        "A.\n\n" * 29 + _OPENING + _SIGNATURE,
        "A.\n" * 199 + f"\n{_OPENING}{_SIGNATURE}",
        "Dear Ida\n\nThis letter summarises a focused visit undertaken to Otterford.",
        "Dear Ida\n\nThis letter sets out for you the main outcomes from Ofsted's recent focused visit.",
        "Dear Ida\n\nI hope that this letter outlines the findings of the focused visit well.",
        "Dear Ida\n\nThis letter sets out Ofsted's main findings of the focused visit.",
        "Dear Ida\n\nThis letter sets out for you and for all the findings of the focused visit.",
        f"Dear Ida\n\nThis letter is {'so ' * 48}long. This letter describes the focused visit to Otterford.",
        # If the opening names no kind, the subject decides.
        "Dear Ida\n\nFocused visit to Otterford\n\nThis letter gives the findings of my visit to you.",
        "Dear Ida\n\nFocused visit to Otterford\n\nThis letter gives the findings of this our recent visit.",
    ],
)
def test_a_focused_visit_is_recognised_by_its_opening(text: str) -> None:
    assert _recognised(text) == "ofsted-focused-visit"


@pytest.mark.parametrize(
    ("end", "is_letter"),
    [
        (_SIGNATURE, True),
        ("\n\nYours sincerely\n\nMona Lisle\n\nHMI\n\ncc Ida", True),
        ("\n\nYours sincerely", False),
        ("\n\nYours sincerely\n\nMona Lisle", False),
        ("\n\nYours sincerely\n\nIda Fenwick\nDirector of Children's Services", False),
        ("\n\nYours sincerely\n\nIda Fenwick\nInspectorate's Friend", False),
    ],
)
def test_a_reply_to_a_letter_or_a_quotation_of_it_is_not_signed_by_an_inspector(
    end: str, is_letter: bool
) -> None:
    framework = "ofsted-focused-visit" if is_letter else None
    assert _recognised(f"Dear Inspector\n\nFocused visit to Otterford{_FINDINGS}{end}") == framework
    assert _recognised(f"{_OPENING}{_FINDINGS}{end}") == framework
    assert _recognised(f"Dear Ida\n\n{_OPENING}{_FINDINGS}{end}") == "ofsted-focused-visit"


def test_a_letter_without_its_end_needs_its_salutation() -> None:
    assert _recognised(f"Dear Ida\n\nFocused visit to Otterford{_FINDINGS}") == "ofsted-focused-visit"
    assert _recognised(f"{_OPENING}{_FINDINGS}") is None


def test_a_letter_that_ends_with_a_signatory_without_a_sign_off_may_be_cut() -> None:
    text = f"Dear Ida\n\nFocused visit to Otterford{_FINDINGS}\n\nMona Lisle\nDirector"
    assert _recognised(text) == "ofsted-focused-visit"


def test_anyone_may_sign_the_letters_of_a_framework_that_names_no_signatories() -> None:
    text = f"Dear Ida\n\nFocused visit to Otterford{_FINDINGS}\n\nYours sincerely\n\nAda"
    anyone = attrs.evolve(focused_framework(), signed_by=())
    assert _recognise(text, focused_framework()) is None
    assert _recognise(text, anyone) is anyone


@pytest.mark.parametrize("post", ["Harbour Master", "HARBOUR MASTER", "harbour master"])
def test_the_words_for_those_who_sign_are_compared_whatever_their_case(post: str) -> None:
    text = f"Dear Ida\n\nFocused visit to Otterford{_FINDINGS}\n\nYours sincerely\n\nAda\nHarbour master"
    signed = attrs.evolve(focused_framework(), signed_by=(post,))
    assert _recognise(text, signed) is signed
    assert _recognise(text.replace("master", "guard"), signed) is None


@pytest.mark.parametrize(
    "opening",
    [
        "This letter summarises the findings of the monitoring visit to Otterford.",
        "This letter summarises the findings of the monitoring visit after the focused visit to Otterford.",
        "This letter outlines our findings from the revisit. It is no focused visit to Otterford.",
        "This letter gives the findings of a review of schools.",
        "This letter follows the assurance visit, which replaced the focused visit to Otterford.",
        "This letter follows monitoring visits, which replaced the focused visit to Otterford.",
        "This letter follows a walk; a focused visit to Otterford is due.",
    ],
)
def test_a_letter_whose_opening_names_another_kind_is_not_recognised(opening: str) -> None:
    assert _recognised(f"Dear Ida\n\n{opening}{_FINDINGS}") is None


def test_a_subject_above_an_opening_in_other_words_names_the_framework() -> None:
    opening = "This letter summarises the findings of the brief focused inspection of Otterford."
    subject = "Focused visit to Otterford"
    assert _recognised(f"Dear Ida\n\n{subject}\n\n{opening}{_FINDINGS}{_SIGNATURE}") == "ofsted-focused-visit"
    assert _recognised(f"Dear Ida\n\n{opening}\n\n{subject}{_FINDINGS}{_SIGNATURE}") is None
    assert _recognised(f"Dear Ida\n\n{subject}\n\n{opening}{_FINDINGS}\n\nYours truly\n\nAda") is None


@pytest.mark.parametrize("order", ["contact, referral and assessment", "contact, assessment and referral"])
def test_both_word_orders_name_one_kind(order: str) -> None:
    subject = f"Annual unannounced inspection of {order} arrangements"
    assert _recognised(f"Dear Ada\n\n{subject}\n\nStrengths\n\n- One.") == "ofsted-ucra"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Dear Ida",
        "Dear Ida\n\nThank you for the tea.",
        # A subject is at the beginning of a short paragraph.
        (
            "Dear Ida\n\nLast week I heard from somebody in the town that there "
            f"was a focused visit to Otterford.{_FINDINGS}"
        ),
        f"Dear Ida\n\nFocused visit to Otterford {'and more ' * 40}{_FINDINGS}",
        # It is one of the first paragraphs.
        f"Dear Ida\n\nA.\n\nB.\n\nC.\n\nD.\n\nFocused visit to Otterford{_FINDINGS}",
        "Dear " + "x" * 96 + f"\n\nFocused visit to Otterford{_FINDINGS}",
        f"Dear Ida\n\n{'x' * 40} focused visit to Otterford{_FINDINGS}",
        f"Dear Ida\n\nFocused visit to {'x' * 284}{_FINDINGS}",
        f"Dear Ida\n\nThis letter {'x' * 88} focused visit to Otterford.{_FINDINGS}",
        # At most six words are between the verb and the findings, near the beginning.
        "Dear Ida\n\nThis letter sets out for you and for all of us the findings of the focused visit.",
        f"Dear Ida\n\nThis letter is {'so ' * 90}long. This letter describes the focused visit to Otterford.",
        "Dear Ida\n\n" + "A.\n\n" * 12 + _OPENING,
        # Without a salutation a text needs an opening sentence at the beginning of a paragraph.
        f"Focused visit to Otterford\n\nWe went there.{_FINDINGS}{_SIGNATURE}",
        "A.\n\n" * 30 + _OPENING + _SIGNATURE,
        "A.\n" * 200 + f"Dear Ida\n\n{_OPENING}{_SIGNATURE}",
        "A.\n" * 200 + f"\n{_OPENING}{_SIGNATURE}",
    ],
)
def test_a_text_that_only_mentions_a_visit_is_not_recognised(text: str) -> None:
    assert _recognised(text) is None


@pytest.mark.parametrize(
    ("folded", "is_named"),
    [
        ("focused visit to otterford", True),
        ("this letter is about a focused visit to otterford", True),
        ("this letter is about a monitoring visit after the focused visit to otterford", False),
        ("", False),
    ],
)
def test_a_subject_or_an_opening_names_a_kind(folded: str, is_named: bool) -> None:
    assert names_kind(focused_framework(), folded) == is_named
    assert not names_kind(ucra_framework(), folded)


def test_the_first_framework_that_recognises_a_letter_is_taken() -> None:
    text = f"Dear Ida\n\n{_OPENING}"
    assert _recognise(text) is None
    assert _recognise(text, ucra_framework(), focused_framework()) is focused_framework()
    twin = attrs.evolve(focused_framework())
    assert _recognise(text, ucra_framework(), twin, focused_framework()) is twin


def test_of_two_subjects_the_first_one_in_the_letter_counts() -> None:
    subjects = {
        "ofsted-focused-visit": "Focused visit to Otterford",
        "ofsted-ucra": "Annual unannounced inspection of contact, referral and assessment arrangements",
    }
    for first, second in permutations(subjects):
        text = f"Dear Ida\n\n{subjects[first]}\n\n{subjects[second]}\n\nAreas for priority action"
        assert _recognised(text) == first


_NOVEL = """Chapter Four

It was the third winter of the flood. "Dear," said Ottilie, "the inspectors come to the town
tomorrow, and nobody has washed the stairs." He put down the lamp.

Findings

- A lamp.
- Two letters, and neither of them kind.

He thought of the focused visit to the harbour that his aunt had made.

Yours sincerely,

Ottilie
"""

_PAGE = """<!DOCTYPE html>
<html><head><title>404: focused visit to Otterford children's services</title></head>
<body><h1>Not found</h1>
<p>This letter was not found. Findings</p>
<ul><li>- Try again.</li></ul>
</body></html>
"""

_REPORT = """Otterford City Council

Inspection of children's services, 4 to 15 March 2019

Judgements: the experiences of children are good.

Areas for priority action

- None was found.

What needs to improve

- The lifts.

At the focused visit to Otterford children's services in 2018, inspectors saw that the lifts were slow.
"""

_MAIL = """From: ida@otterford.example
To: all@otterford.example
Subject: next week

Dear all

Next Tuesday we get the letter. As some of you know, inspectors made a focused visit to Otterford in May, and
the results are good. Cake is in the kitchen.

Strengths

- You.

Yours sincerely
Ida Fenwick
Her Majesty's Inspector
"""

_OTHERS = {
    "a novel": _NOVEL,
    "a web page": _PAGE,
    "a report": _REPORT,
    "a mail": _MAIL,
    "JSON": json.dumps(
        {"findings": ["focused visit to Otterford"], "letter": {"salutation": "Dear Ida"}}, indent=1
    ),
    "JSON of a letter": json.dumps({"text": SAMPLES["otterford-2019"]}),
    "CSV": "authority,visit,finding\nOtterford,focused visit to Otterford,One\nNorthmere,,Two\n",
    "white space": " \n\f\n ",
    "nothing": "",
    "a novel on one line": _NOVEL.replace("\n", " ") * 200,
}


def test_a_document_of_another_kind_has_a_remark_on_characters_that_are_not_text() -> None:
    dropped, unknown = reading_of("Cake is in\x00 the kitchen.").remarks
    assert unknown.code is RemarkCode.FRAMEWORK_UNKNOWN
    assert (dropped.code, dropped.start) == (RemarkCode.CONTROL_CHARACTER, 10)


@pytest.mark.parametrize("kind", _OTHERS)
def test_a_document_of_another_kind_gives_one_remark_and_an_empty_record(kind: str) -> None:
    reading = reading_of(_OTHERS[kind])
    assert reading.inspection == Inspection()
    (remark,) = reading.remarks
    assert remark.code is RemarkCode.FRAMEWORK_UNKNOWN
    assert remark.message.startswith(
        "the text is not a letter or report of any known framework; nothing was extracted: "
    )
    assert {passage.role for passage in reading.passages} <= {PassageRole.UNREAD, PassageRole.FURNITURE}
    assert reading.coverage == (0.0 if _OTHERS[kind].strip() else 1.0)


@pytest.mark.parametrize(
    "paragraphs",
    [
        # Another kind of letter that mentions such a visit.
        [
            "Monitoring visit to Otterford",
            "This letter summarises the findings of the monitoring visit to Otterford on 5 May 2019. It was "
            "the third since the inspection. A focused visit to the service was made in 2018.",
        ],
        ["Your services", "Following the focused visit to Otterford, you sent us a plan."],
        ["Your services", "A focused visit to Otterford took place in 2019."],
        ["Your services", "After focused visit to Otterford 2 came the rain."],
    ],
)
def test_a_letter_that_mentions_an_earlier_visit_is_not_of_its_kind(paragraphs: list[str]) -> None:
    def letter(*above: str) -> str:
        return "\n\n".join(["Dear Ida", *above, "What needs to improve", "- This."]) + _SIGNATURE

    assert _recognised(letter("Focused visit to Otterford")) == "ofsted-focused-visit"
    assert _recognised(letter(*paragraphs)) is None
    assert reading_of(letter(*paragraphs)).inspection == Inspection()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Cake is in the kitchen.",
            "no line is a salutation, no paragraph begins with the opening sentence of a letter, and no",
        ),
        ("Dear Ida\n\nCake is in the kitchen.", "neither a subject line nor an opening sentence names"),
        (
            "Dear Ida\n\nThis letter summarises the findings of a survey of cake.",
            'the opening sentence names no known kind of inspection: "a survey of cake.',
        ),
        (_OPENING + _FINDINGS, "names the framework ofsted-focused-visit, but no one who signs"),
        (
            "Dear Ida\n\nFocused visit to Otterford"
            + _FINDINGS
            + "\n\nYours sincerely\n\nIda Fenwick\nDirector",
            "names the framework ofsted-focused-visit, but no one who signs",
        ),
        (
            "Dear Ida\n\nFocused visit to Otterford\n\nIt was fun." + _SIGNATURE,
            "names the framework ofsted-focused-visit, but no heading of that framework",
        ),
    ],
)
def test_the_remark_says_why_a_text_is_not_recognised(text: str, reason: str) -> None:
    (remark,) = reading_of(text).remarks
    assert reason in remark.message

"""The controlled vocabularies: categories, evidence methods, states, ratings, codes.

Each one is an enumeration of strings, so that the value of a member is its JSON form. The values are
standard terms of inspection; the headings of documents, which vary, are part of a framework's data.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "MONTHS",
    "Category",
    "ContactKind",
    "DeclarationState",
    "DueUnit",
    "EvidenceMethod",
    "FindingChangeKind",
    "IdentifierScheme",
    "JudgementChangeKind",
    "Mention",
    "PassageRole",
    "PersonRole",
    "PreviousState",
    "PublicationForm",
    "Rating",
    "RemarkCode",
    "SimilarityMeasure",
]


class _Code(StrEnum):
    """A code: a string that prints as itself and whose repr can be evaluated."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Category(_Code):
    """The category under which a document places a finding.

    The English, Welsh and Scottish inspectorates share four ranks: commendable, satisfactory, should
    improve, must act now. Two more categories are unranked. A category is determined only by the
    placement in the document, never by the wording of the finding. The framework defines what it
    meant in a given year (`Section.meanings`).
    """

    PRIORITY_ACTION = "priority-action"
    """Serious; action must be taken now, and it will be followed up specifically."""
    IMPROVEMENT = "improvement"
    """Should improve, without a separate formal follow-up (in 2009 an "area for development")."""
    SATISFACTORY = "satisfactory"
    """Meets the statutory minimum."""
    STRENGTH = "strength"
    """Better than the minimum."""
    OVERVIEW = "overview"
    """A summary of the document, unranked (also called headline findings)."""
    MAIN_FINDING = "main-finding"
    """A finding in the body of the document, unranked."""

    @property
    def rank(self) -> int | None:
        """The rank, from 1 (priority action) to 4 (strength); ``None`` if unranked."""
        return _RANKS.get(self)


_RANKS = {
    Category.PRIORITY_ACTION: 1,
    Category.IMPROVEMENT: 2,
    Category.SATISFACTORY: 3,
    Category.STRENGTH: 4,
}


class EvidenceMethod(_Code):
    """How inspectors obtained evidence."""

    RECORDS = "records"
    """Documents that existed before the visit, such as case records, supervision files, plans, minutes."""
    OBSERVATION = "observation"
    """Observation of practice or of a meeting."""
    INTERVIEW = "interview"
    """Interviews with people."""
    INFORMATION_PROVIDED = "information-provided"
    """Information that the authority provided for the visit."""
    PERFORMANCE_DATA = "performance-data"
    """Performance management information and other statistics."""
    AUDIT = "audit"
    """The authority's own audits and quality assurance."""
    OTHER = "other"
    """Any other named source."""


class DeclarationState(_Code):
    """What the prose declares about the number of findings of a category, or about earlier findings.

    The last three are what the document itself states about earlier findings of the category, not
    which of them it means.
    """

    SPECIFIED = "specified"
    """A number is printed, as in "four areas"."""
    UNSPECIFIED = "unspecified"
    """An unspecified number, as in "a number of areas"."""
    NONE = "none"
    """The document states that there are no findings of the category."""
    CARRIED_OVER = "carried-over"
    """The document refers to the findings of an earlier one instead of listing any."""
    ADDRESSED = "addressed"
    """Findings of an earlier document have been addressed, as in "all areas … have been addressed"."""
    PARTLY_ADDRESSED = "partly-addressed"
    """They have been addressed in part, or there has been progress, as in "not all … have been addressed"."""
    NOT_ADDRESSED = "not-addressed"
    """They have not been addressed, or not sufficiently, as in "… remain"."""

    @property
    def is_outcome(self) -> bool:
        """Whether it says what became of the findings of an earlier document."""
        return self in _OUTCOMES


_OUTCOMES = frozenset(
    {DeclarationState.ADDRESSED, DeclarationState.PARTLY_ADDRESSED, DeclarationState.NOT_ADDRESSED}
)


class DueUnit(_Code):
    """The unit of the rule for when an obligation is due."""

    WORKING_DAYS = "working-days"
    """Days other than Saturdays, Sundays and the holidays passed by the caller."""
    DAYS = "days"
    """Calendar days."""
    WEEKS = "weeks"
    """Calendar weeks."""
    MONTHS = "months"
    """Calendar months."""
    YEARS = "years"
    """Calendar years."""
    DATE = "date"
    """A date that the document prints."""
    NEXT_INSPECTION = "next-inspection"
    """The next inspection, whose date is not known."""


class ContactKind(_Code):
    """The kind of a contact detail."""

    TELEPHONE = "telephone"
    TEXTPHONE = "textphone"
    FAX = "fax"
    EMAIL = "email"
    WEB = "web"


class IdentifierScheme(_Code):
    """The code lists that identify authorities."""

    DFE = "dfe"
    """The local authority code of the Department for Education, of three digits.

    It usually remains the same when the boundary changes.
    """
    GSS = "gss"
    """The code of the Office for National Statistics, a letter and eight digits.

    It identifies the area within one boundary.
    """
    OFSTED_URN = "ofsted-urn"
    """Ofsted's unique reference number, of five to seven digits."""


class Rating(_Code):
    """The annual rating of an authority's children's services, 2009 to 2011."""

    PERFORMS_EXCELLENTLY = "performs-excellently"
    PERFORMS_WELL = "performs-well"
    PERFORMS_ADEQUATELY = "performs-adequately"
    PERFORMS_POORLY = "performs-poorly"


class PublicationForm(_Code):
    """The form of the document that reports an inspection."""

    LETTER = "letter"
    """A letter to those who were inspected, with a salutation and a signature."""
    REPORT = "report"
    """A report with a title, without addressees and without a signature."""


class PersonRole(_Code):
    """The role of a person in the inspection, apart from the post."""

    LEAD = "lead"
    """The lead inspector, or one of them."""


class PreviousState(_Code):
    """What a document states about the previous inspection instead of its days."""

    NOT_INSPECTED = "not-inspected"
    """There was no previous inspection."""


class PassageRole(_Code):
    """The roles of passages that contain no fact; any other role is the JSON Pointer of a fact."""

    FURNITURE = "furniture"
    """White space, bullets, page numbers, running heads, footnotes and artefacts of extraction."""
    BOILERPLATE = "boilerplate"
    """Standard wording of the framework's documents, without a fact about this inspection."""
    ASIDE = "aside"
    """Text that is left out of the record by decision, such as case studies and next steps."""
    UNREAD = "unread"
    """Text that was not understood; a remark reports it."""


class RemarkCode(_Code):
    """The code of a remark. The documentation has a page with an entry for each code."""

    FRAMEWORK_UNKNOWN = "framework-unknown"
    """The text is not a letter or report of any framework known to the reader."""
    UNREAD = "unread"
    """A passage was not understood."""
    OTHER_DOCUMENT = "other-document"
    """The text holds another document besides the letter or report, such as a reply or a second letter."""
    AUTHORITY_MISSING = "authority-missing"
    """No authority was found."""
    AUTHORITY_UNCERTAIN = "authority-uncertain"
    """The authority's name has no unique match in the register, so that it has no codes."""
    VISIT_MISSING = "visit-missing"
    """No visit days were found."""
    DATE_IMPOSSIBLE = "date-impossible"
    """A printed date does not exist, or a printed period ends before it starts."""
    DATE_INCOMPLETE = "date-incomplete"
    """A printed date has no month or no year."""
    LETTER_DATE_MISSING = "letter-date-missing"
    """The letter has no date."""
    LETTER_BEFORE_VISIT = "letter-before-visit"
    """The letter is dated before the last day of the visit."""
    VISIT_LONG = "visit-long"
    """The visit spans more than sixty days, which is probably a misprint."""
    VISIT_ON_WEEKEND = "visit-on-weekend"
    """A day on site is a Saturday or a Sunday."""
    LEGAL_BASIS_NOT_IN_FORCE = "legal-basis-not-in-force"
    """The legal basis was not in force on a day of the visit."""
    FRAMEWORK_NOT_IN_USE = "framework-not-in-use"
    """The visit is outside the period in which its framework was in use."""
    COUNT_MISMATCH = "count-mismatch"
    """The number of findings that the prose declares differs from the number listed."""
    SECTION_EMPTY = "section-empty"
    """A heading is followed neither by findings nor by a statement that nothing was found."""
    SECTION_REPEATED = "section-repeated"
    """A heading occurs a second time; the items below it belong to the same category as before."""
    HEADING_UNKNOWN = "heading-unknown"
    """A heading is not defined by the framework; its findings are read as main findings."""
    HEADING_MISSING = "heading-missing"
    """A paragraph follows the list of a ranked section; a heading may be missing above it."""
    LIST_MISSING = "list-missing"
    """A paragraph announces a list, and no item follows."""
    INSPECTORS_MISSING = "inspectors-missing"
    """No inspector was found, although documents of the framework name them."""
    RECIPIENT_MISSING = "recipient-missing"
    """No addressee was found."""
    RECIPIENT_UNCERTAIN = "recipient-uncertain"
    """The salutation greets no addressee, or the name of one is a post."""
    SIGNATORY_MISSING = "signatory-missing"
    """No signatory was found."""
    FINDINGS_MISSING = "findings-missing"
    """No finding was found in a document of a known framework."""
    JUDGEMENTS_MISSING = "judgements-missing"
    """No judgement was found, although the framework has grades, or none of an area that has findings."""
    JUDGEMENT_UNKNOWN = "judgement-unknown"
    """The area or the grade of a judgement is not one of the framework's."""
    GRADE_MISMATCH = "grade-mismatch"
    """The grade in a heading differs from that of the judgement of its area."""
    PARAGRAPHS_UNCERTAIN = "paragraphs-uncertain"
    """The ends of some paragraphs were inferred from line lengths, or are uncertain at the end of a page."""
    PAGE_MISSING = "page-missing"
    """Page numbers or a sentence that breaks off show that pages are missing, repeated or out of order."""
    CONTROL_CHARACTER = "control-character"
    """A character that is not text (a control character or a lone surrogate) was removed."""
    TEXT_DAMAGED = "text-damaged"
    """Characters were not decoded, or decoded wrongly, such as HTML entities and quoted-printable."""
    INVISIBLE_CHARACTER = "invisible-character"
    """A fact contains a character that is invisible or changes the direction of text."""
    HIDDEN_TEXT = "hidden-text"
    """A page of a PDF has text that a person cannot see."""
    TURNED_TEXT = "turned-text"
    """A page of a PDF has text at another angle, such as a stamp or a watermark."""
    AUTHORITY_CHANGED = "authority-changed"
    """Two documents of a history, one after the other, have different codes of the authority."""
    DUPLICATE_DOCUMENT = "duplicate-document"
    """A history has the same record more than once."""
    DOCUMENT_VERSIONS = "document-versions"
    """A history has different records with the same id and title, such as two versions of a report."""
    SEVERAL_DOCUMENTS = "several-documents"
    """A history has several documents about one inspection, such as one for each of two authorities."""
    DOCUMENT_UNDATED = "document-undated"
    """The place of a document in a history is not known, because it has no date."""


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The English names of the months, whatever the locale."""


class FindingChangeKind(_Code):
    """What became of a finding between two inspections, by the words of their documents."""

    KEPT = "kept"
    """The same text in the same category and area."""
    REWORDED = "reworded"
    """A similar text in the same category and area."""
    MOVED = "moved"
    """The same or a similar text in another category or area."""
    NEW = "new"
    """Only in the later inspection."""
    GONE = "gone"
    """Only in the earlier inspection; the reason is not known."""


class JudgementChangeKind(_Code):
    """How the judgement of an area changed between two inspections."""

    BETTER = "better"
    """A grade of a better rank."""
    SAME = "same"
    """The same grade, or another grade of the same rank."""
    WORSE = "worse"
    """A grade of a worse rank."""
    DIFFERENT = "different"
    """Another grade, but the rank of one of them is not known."""
    NEW = "new"
    """Only in the later inspection."""
    GONE = "gone"
    """Only in the earlier inspection."""


class SimilarityMeasure(_Code):
    """How the similarity of two findings is measured."""

    SHARED_WORDS = "shared-words"
    """The words that both share, per mean number of words of both (Dice), without case and punctuation."""


class Mention(_Code):
    """What a later document says of an area for priority action that an earlier one raised."""

    LISTED_AGAIN = "listed-again"
    """It has a finding with the same text."""
    SIMILAR = "similar"
    """It has a finding with similar words, which may be the same; a suggestion."""
    CARRIED_OVER = "carried-over"
    """It refers to the areas for priority action of an earlier document, without saying which."""
    ADDRESSED = "addressed"
    """It states that areas for priority action of an earlier document have been addressed."""
    PARTLY_ADDRESSED = "partly-addressed"
    """It states that they have been addressed in part, or that there has been progress."""
    NOT_ADDRESSED = "not-addressed"
    """It states that they have not been addressed, or not sufficiently."""
    REFERS = "refers"
    """It refers to the inspection that raised it, and says nothing of its areas for priority action."""
    SILENT = "silent"
    """It says nothing that is recognised. This does not mean that the action was taken."""

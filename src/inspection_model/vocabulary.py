"""The closed lists of the field: categories, evidence methods, states, ratings, codes.

Every list is an enumeration of strings, so that a member is its own JSON form. The members'
values are the field's standard terms; headings and labels, which vary, are data of a framework.
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
    "IdentifierScheme",
    "PassageRole",
    "Rating",
    "RemarkCode",
]


class _Code(StrEnum):
    """A code: a string that prints as itself and whose repr can be evaluated."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Category(_Code):
    """Where the inspector placed a finding.

    Four ranks are common to the English, Welsh and Scottish inspectorates: commendable, fine,
    should improve, must act now. Two more categories hold what is not ranked. A category is given
    by placement in the letter alone, never by the wording of the finding; what it meant in a given
    year stands in the framework (`Section.meanings`).
    """

    PRIORITY_ACTION = "priority-action"
    """Serious: something must be done now, and it will be looked at specifically."""
    IMPROVEMENT = "improvement"
    """Should improve; no formal follow-up of its own (2009: area for development)."""
    SATISFACTORY = "satisfactory"
    """Meets the statutory minimum."""
    STRENGTH = "strength"
    """Better than the minimum."""
    OVERVIEW = "overview"
    """A summary of the letter, not ranked (also: headline findings)."""
    MAIN_FINDING = "main-finding"
    """A finding in the body of the letter, not ranked."""

    @property
    def rank(self) -> int | None:
        """The place in the order of ranks: 1 (priority action) to 4 (strength); ``None`` if unranked."""
        return _RANKS.get(self)


_RANKS = {
    Category.PRIORITY_ACTION: 1,
    Category.IMPROVEMENT: 2,
    Category.SATISFACTORY: 3,
    Category.STRENGTH: 4,
}


class EvidenceMethod(_Code):
    """How inspectors came to know something."""

    RECORDS = "records"
    """Case records, supervision files, plans, minutes: things written down before the visit."""
    OBSERVATION = "observation"
    """Watching practice or a meeting."""
    INTERVIEW = "interview"
    """Talking with people."""
    INFORMATION_PROVIDED = "information-provided"
    """What the authority handed over for the visit."""
    PERFORMANCE_DATA = "performance-data"
    """Performance management information and other figures."""
    AUDIT = "audit"
    """The authority's own audits and quality assurance."""
    OTHER = "other"
    """A source that is named and is none of these."""


class DeclarationState(_Code):
    """What the prose says about the number of findings of a category. Silence is no declaration."""

    SPECIFIED = "specified"
    """A number is printed: "four areas"."""
    UNSPECIFIED = "unspecified"
    """Some, without a number: "a number of areas"."""
    NONE = "none"
    """Stated to be none."""
    CARRIED_OVER = "carried-over"
    """The letter points back to the areas of an earlier letter instead of listing any."""


class DueUnit(_Code):
    """What an obligation's due rule counts in."""

    WORKING_DAYS = "working-days"
    """Days that are neither a weekend nor a holiday of the caller's calendar."""
    DAYS = "days"
    """Calendar days."""
    WEEKS = "weeks"
    """Calendar weeks."""
    MONTHS = "months"
    """Calendar months."""
    DATE = "date"
    """A date that the letter prints."""
    NEXT_INSPECTION = "next-inspection"
    """An inspection that does not exist yet."""


class ContactKind(_Code):
    """A way to reach an inspectorate."""

    TELEPHONE = "telephone"
    TEXTPHONE = "textphone"
    FAX = "fax"
    EMAIL = "email"
    WEB = "web"


class IdentifierScheme(_Code):
    """The code lists that authorities are joined on."""

    DFE = "dfe"
    """The Department for Education's local authority code: three digits. Survives boundary changes."""
    GSS = "gss"
    """The Office for National Statistics' code: a letter and eight digits. Names a boundary."""
    OFSTED_URN = "ofsted-urn"
    """Ofsted's unique reference number: five to seven digits."""


class Rating(_Code):
    """The annual rating of an authority's children's services, 2009 to 2011."""

    PERFORMS_EXCELLENTLY = "performs-excellently"
    PERFORMS_WELL = "performs-well"
    PERFORMS_ADEQUATELY = "performs-adequately"
    PERFORMS_POORLY = "performs-poorly"


class PassageRole(_Code):
    """The roles of a passage that gives no fact; every other role is a JSON Pointer to its fact."""

    FURNITURE = "furniture"
    """Layout: white space, bullets, page numbers, running heads, footnotes, damage of extraction."""
    BOILERPLATE = "boilerplate"
    """Words that every letter of the framework has, understood and saying nothing of its own."""
    UNREAD = "unread"
    """Not understood; a remark says so."""


class RemarkCode(_Code):
    """What a remark is about. The documentation has a page with one entry for each code."""

    FRAMEWORK_UNKNOWN = "framework-unknown"
    """The text is no letter of a framework that the reader was given."""
    UNREAD = "unread"
    """A stretch of text was not understood."""
    AUTHORITY_MISSING = "authority-missing"
    """No authority was found."""
    AUTHORITY_UNCERTAIN = "authority-uncertain"
    """The authority's name is not certain to be one of the register, so it has no codes."""
    VISIT_MISSING = "visit-missing"
    """No visit days were found."""
    DATE_IMPOSSIBLE = "date-impossible"
    """A date is printed that does not exist, or a period that ends before it starts."""
    DATE_INCOMPLETE = "date-incomplete"
    """A date is printed without a month or a year."""
    LETTER_DATE_MISSING = "letter-date-missing"
    """The letter has no date."""
    LETTER_BEFORE_VISIT = "letter-before-visit"
    """The letter is dated before the visit had ended."""
    VISIT_LONG = "visit-long"
    """The days on site stretch over more than sixty days: probably a misprint."""
    VISIT_ON_WEEKEND = "visit-on-weekend"
    """A day on site is a Saturday or a Sunday."""
    LEGAL_BASIS_NOT_IN_FORCE = "legal-basis-not-in-force"
    """The legal basis did not hold on a visit day."""
    FRAMEWORK_NOT_IN_USE = "framework-not-in-use"
    """The visit lies outside the years of its framework."""
    COUNT_MISMATCH = "count-mismatch"
    """The prose declares another number of findings than are listed."""
    SECTION_EMPTY = "section-empty"
    """A heading stands there and no finding follows it, nor any statement about it."""
    HEADING_UNKNOWN = "heading-unknown"
    """A heading is none of the framework's; its findings are read as main findings."""
    INSPECTORS_MISSING = "inspectors-missing"
    """No inspector was found in a letter of a kind that names them."""
    RECIPIENT_MISSING = "recipient-missing"
    """No addressee was found."""
    SIGNATORY_MISSING = "signatory-missing"
    """No signatory was found."""
    FINDINGS_MISSING = "findings-missing"
    """A letter of a known framework has no finding."""
    PARAGRAPHS_UNCERTAIN = "paragraphs-uncertain"
    """The text has no blank lines between paragraphs; short lines told where they end."""
    CONTROL_CHARACTER = "control-character"
    """A character that is not text (a control character, NUL, a lone surrogate) was left out."""
    INVISIBLE_CHARACTER = "invisible-character"
    """A fact holds a character that changes the direction of text or cannot be seen."""


MONTHS: tuple[str, ...] = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The English names of the months. The `calendar` module's names follow the locale; letters do not."""

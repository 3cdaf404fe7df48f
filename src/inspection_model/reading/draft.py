"""What has been read so far: the facts of a record in the making, and where they stand."""

from __future__ import annotations

import datetime
from typing import TypeVar

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.phrasebook import Phrasebook
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspectorate import Contact
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Obligation
from inspection_model.model.person import Person
from inspection_model.model.reading import Remark
from inspection_model.model.visit import Visit
from inspection_model.reading.dates import DatePhrase
from inspection_model.reading.ledger import Ledger
from inspection_model.reading.phrases import phrasebook_of
from inspection_model.vocabulary import RemarkCode

__all__ = ["Draft", "add"]

T = TypeVar("T")


class Draft:
    """The facts found so far. Everything is optional until the letter ends.

    Attributes:
        framework: The framework of the letter.
        phrasebook: Its phrases.
        ledger: Where everything stands.
        remarks: What did not fit.
    """

    def __init__(self, framework: Framework, ledger: Ledger) -> None:
        self.framework = framework
        self.phrasebook: Phrasebook = phrasebook_of(framework)
        self.ledger = ledger
        self.remarks: list[Remark] = []
        self.authority: str | None = None
        self.inspectorate: str | None = None
        self.address: list[str] = []
        self.contacts: list[Contact] = []
        self.legal_basis: LegalBasis | None = None
        self.visit: Visit | None = None
        self.inspectors: list[Person] = []
        self.scope: list[str] = []
        self.evidence: list[EvidenceSource] = []
        self.findings: list[Finding] = []
        self.declared: list[Declaration] = []
        self.obligations: list[Obligation] = []
        self.contributes_to: str | None = None
        self.date: datetime.date | None = None
        self.date_as_printed: str | None = None
        self.subject: str | None = None
        self.salutation: str | None = None
        self.recipients: list[Person] = []
        self.signatories: list[Person] = []

    def remark(
        self, code: RemarkCode, message: str, *, pointer: str | None = None, at: tuple[int, int] | None = None
    ) -> None:
        """Add a remark, with the place in the source that it is about."""
        start, end = at or (None, None)
        self.remarks.append(Remark(code=code, message=message, pointer=pointer, start=start, end=end))

    def remark_on_date(self, phrase: DatePhrase, printed: str, *, pointer: str) -> None:
        """Say why a printed date phrase gives no day, when it gives none."""
        if phrase.problem is not None:
            code = RemarkCode.DATE_IMPOSSIBLE if phrase.problem.impossible else RemarkCode.DATE_INCOMPLETE
            self.remark(code, f'"{printed}" gives no date: {phrase.problem.reason}', pointer=pointer)


def add(values: list[T], value: T) -> int:
    """Append a value and give its index, for the pointer of its passage."""
    values.append(value)
    return len(values) - 1

"""Characters that were not decoded, or decoded wrongly, so that words differ from those of the letter.

HTML              "&rsquo;", "&#8217;", "<br>"
quoted-printable  "=E2=80=99", "=92", "=" at the end of a line
mojibake          the bytes of UTF-8 read as those of another encoding
escape            a backslash, "u" and four hexadecimal digits
lost              U+FFFD, or "?" in the place of an apostrophe
hyphen            a soft hyphen between two letters, which may be a printed one
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html.entities import html5

from inspection_model.model.reading import Remark
from inspection_model.vocabulary import RemarkCode

__all__ = ["undecoded_remarks"]

_HTML = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([a-zA-Z][a-zA-Z0-9]{1,30}));"
    r"|</?(?:p|br|li|ul|ol|div|span|strong|em|h[1-6]) ?/?>"
)
_QUOTED_PRINTABLE = re.compile(
    r"=[C-F][0-9A-F]=[89AB][0-9A-F]|(?<=[a-z])=9[1-7](?=[a-z])|(?<= )=9[1-7](?=[ A-Za-z])"
    r"|(?<=[A-Za-z,;. ])=(?:20)?(?=[\r\n])"
)
# What Windows-1252 has for the bytes that continue a character in UTF-8, besides curly quotes and dashes.
_CONTINUING = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u201a\u201e\u2020\u2021\u2026"
    "\u2030\u2039\u203a\u20ac\u2122"
)
_MOJIBAKE = re.compile(
    f"[\u00c2\u00c3][{_CONTINUING}]|\u00c2 (?=[a-z0-9])|\u00e2[\u0080\u20ac]|\u00ef\u00ac|\u00f0\u0178"
    "|\u201a\u00c4[\u00ec-\u00fa]"
)
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")
_LOST = re.compile("\ufffd|\\?(?<=[a-z]\\?)(?=(?:s|t|re|ve|ll)(?![A-Za-z]))")
_HYPHEN = re.compile("(?<=[^\\W\\d_])\u00ad(?=[^\\W\\d_])")

# What was not decoded, the characters of which it has at least one, and its pattern.
_KINDS = (
    ("HTML that was not decoded", "&<", _HTML),
    ("quoted-printable that was not decoded", "=", _QUOTED_PRINTABLE),
    ("characters that were decoded wrongly", "\u00c2\u00c3\u00e2\u00ef\u00f0\u201a", _MOJIBAKE),
    ("an escape that was not decoded", "\\", _ESCAPE),
    ("a character that was lost", "\ufffd?", _LOST),
)


def undecoded_remarks(source: str, unusual: Set[str]) -> Iterator[Remark]:
    """Yield a remark for each kind of character that was not decoded.

    Args:
        source: The text of a letter.
        unusual: Its characters beyond printable ASCII.
    """
    for kind, signs, pattern in _KINDS:
        if not any(sign in source if sign.isascii() else sign in unusual for sign in signs):
            continue
        found = [match for match in pattern.finditer(source) if _is_damage(match)]
        if found:
            start, end = found[0].span()
            more = f", and {len(found) - 1} more" if len(found) > 1 else ""
            yield _remark(
                RemarkCode.TEXT_DAMAGED, f'{kind}: "{ascii(found[0].group())[1:-1]}"{more}', start, end
            )
    if "\u00ad" in unusual and (hyphen := _HYPHEN.search(source)) is not None:
        message = "a soft hyphen between two letters was left out; a printed hyphen may be missing"
        yield _remark(RemarkCode.CONTROL_CHARACTER, message, *hyphen.span())


def _remark(code: RemarkCode, message: str, start: int, end: int) -> Remark:
    return Remark(code=code, message=message, start=start, end=end)


def _is_damage(match: re.Match[str]) -> bool:
    """Return whether a match is one that only damage explains: an entity has to have a known name."""
    name = match[1] if match.re is _HTML else None
    return name is None or f"{name};" in html5

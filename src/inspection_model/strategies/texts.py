"""Texts that the model accepts, from plain sentences to texts that expose common mistakes."""

from __future__ import annotations

from hypothesis import strategies as st

from inspection_model.model.fields import text_fault
from inspection_model.strategies.published import published
from inspection_model.strategies.words import words

__all__ = ["texts"]

# Valid texts that a careless parser, renderer or terminal interprets as markup or as structure.
_AWKWARD = (
    "- a dash", "1. a number", "• a bullet", "Areas for priority action", "Yours sincerely", "Dear All",
    "<b>bold</b> & <script>", "[a link](https://example.org)", "# no heading", "a | b", "*stars* and _lines_",
    "=1+1", "'quoted' \"twice\"", "null", "0", "\u202eright to left\u202c", "zero\u200bwidth",
    "\uf06e symbol", "\U0001f600", "e\u0301", "ﬁ", "İ", "ſ", "a\\nb", "{braces}", "%s", "NaN",
)  # fmt: skip


@published()
def texts() -> st.SearchStrategy[str]:
    """Draw texts that the model accepts: one line, white space folded, no control characters.

    Most are plain sentences. Some contain markup or structure that parsers, renderers and terminals may
    interpret, or arbitrary characters. Examples shrink towards a plain sentence.
    """
    characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])
    anything = st.text(characters, min_size=1, max_size=40).map(lambda text: " ".join(text.split()))
    return st.one_of(
        words("sentences"),
        st.sampled_from(_AWKWARD),
        anything.filter(lambda text: bool(text) and text_fault(text) is None),
    )

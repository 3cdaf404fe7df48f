"""Invisible characters are found and made visible."""

from __future__ import annotations

import unicodedata

import pytest

from inspection_model.model.characters import INVISIBLE, show_invisible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Words", "Words"),
        ("", ""),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\u200b\ufeff", "⟨U+200B⟩⟨U+FEFF⟩"),
        ("a\U000e0041", "a⟨U+E0041⟩"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("heart \u2764\ufe0f", "heart \u2764\ufe0f"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_code_point(text: str, shown: str) -> None:
    assert show_invisible(text) == shown


def test_every_format_character_that_is_not_a_visible_sign_is_found() -> None:
    visible_signs = {
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) == "Cf" and not INVISIBLE.match(chr(code))
    }
    # Number signs of Arabic, Kaithi and Syriac, the end of an ayah, quadrat joiners of hieroglyphs.
    assert all(
        "SIGN" in name or "MARK" in name or "END OF AYAH" in name or name.startswith("EGYPTIAN HIEROGLYPH")
        for name in (unicodedata.name(character) for character in visible_signs)
    )


def test_no_letter_digit_or_punctuation_is_taken_for_invisible() -> None:
    found = {chr(code) for code in range(0x110000) if INVISIBLE.match(chr(code))}
    assert {unicodedata.category(character) for character in found} <= {"Cf", "Cn", "Mn", "Lo"}
    letters = {character for character in found if unicodedata.category(character) == "Lo"}
    assert letters == {"\u115f", "\u1160", "\u3164", "\uffa0"}  # the fillers of Hangul

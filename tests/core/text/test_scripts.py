"""What a text says where letters of its script cannot be drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.text.scripts import readable, scripts_of_family

ALL = frozenset(
    (
        "Chinese",
        "Japanese",
        "Korean",
        "Emoji",
        "Arabic",
        "Hebrew",
        "Thai",
        "Devanagari",
        "Cyrillic",
        "Ethiopic",
    )
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("柔軟体操 🧘", "(Chinese letters) (emoji)"),
        ("蝶のポーズ", "(Japanese letters)"),
        ("朝の体操 ハトのポーズ", "(Japanese letters)"),
        ("나비 자세", "(Korean letters)"),
        ("פרפר ערב", "(Hebrew letters)"),
        ("فراشة", "(Arabic letters)"),
        ("ท่าผีเสื้อ", "(Thai letters)"),
        ("तितली आसन", "(Devanagari letters)"),
        ("Бабочка", "(Cyrillic letters)"),
        ("ቢራቢሮ 2", "(Ethiopic letters) 2"),
        ("Pigeon pose 鳩 now", "Pigeon pose (Chinese letters) now"),
        ("Hips 💪🏽", "Hips (emoji)"),
        ("Bướm", "Bướm"),
        ("Kelebek duruşu", "Kelebek duruşu"),
        ("Hold (twice) (twice)", "Hold (twice) (twice)"),
        ("Sit down.\n蝶のポーズ\nBreathe.", "Sit down.\n(Japanese letters)\nBreathe."),
        ("Next: 蝶のポーズ, left side", "Next: (Japanese letters), left side"),
        ("朝の 体操, paused", "(Japanese letters) (Chinese letters), paused"),
        ("朝の ポーズ, paused", "(Japanese letters), paused"),
    ],
)
def test_each_word_is_told_by_its_script(text: str, told: str) -> None:
    """Words of one script after each other are told of once; what can be drawn stays."""
    assert readable(text, ALL) == told


def test_only_what_is_missing_is_told_of() -> None:
    """A list that can be read stays as it is."""
    assert readable("תרגול 蝶のポーズ", frozenset(("Hebrew",))) == "(Hebrew letters) 蝶のポーズ"


@given(st.text())
def test_nothing_missing_changes_nothing(text: str) -> None:
    """Whatever the text is."""
    assert readable(text, frozenset()) == text


@given(st.text(st.characters(codec="latin-1")), st.sets(st.sampled_from(sorted(ALL))))
def test_latin_letters_are_always_there(text: str, missing: set[str]) -> None:
    """The app's own font has them."""
    assert readable(text, missing) == text


@pytest.mark.parametrize(
    ("family", "scripts"),
    [
        ("notosansthai", {"Thai"}),
        ("notoseriftibetan", {"Tibetan"}),
        ("notocoloremoji", {"Emoji"}),
        ("notosanssc", {"Chinese", "Japanese", "Korean"}),
        ("notosanskr", {"Chinese", "Japanese", "Korean"}),
    ],
)
def test_a_family_has_its_scripts(family: str, scripts: set[str]) -> None:
    """Those of Chinese, Japanese and Korean have letters in common."""
    assert scripts_of_family(family) == scripts

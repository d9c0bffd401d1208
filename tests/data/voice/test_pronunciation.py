"""What the neural voice is given of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.data.voice.pronunciation import MOST_CHARACTERS, sayable


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Keep your back straight.", "Keep your back straight."),
        ("Next: IT band lean.", "Next: IT band lean."),
        ("Foam roll the it band.", "Foam roll the IT band."),
        ("Feel it band together.", "Feel IT band together."),
        ("ITB stretch.", "IT band stretch."),
        ("Sit with it.", "Sit with it."),
        ("Quadriceps.", "quadrisseps."),
        ("Zurück, señor.", "Zurück, señor."),
        ("Line one\nline\ttwo\x07.", "Line one line two ."),
        ("Say [[h@l'oU]] now.", "Say h@l'oU now."),
        ("<b>Bold</b> & *loud*", "b Bold /b & loud"),
        ("ﬁnd it", "find it"),
    ],
)
def test_what_is_said(sentence: str, said: str) -> None:
    """Muscles as people say them; no control characters, no marks that piper would take for phonemes."""
    assert sayable(sentence) == said


@pytest.mark.parametrize(
    "sentence", ["", "…", "!?", "Растяжка", "ストレッチ", "Stretch и", "a" * 201, "ﬄ" * 100]
)
def test_what_is_not_said(sentence: str) -> None:
    """Nothing, marks alone, other alphabets, and what is too long or becomes so."""
    assert sayable(sentence) is None


@given(st.text(max_size=250))
def test_any_text(sentence: str) -> None:
    """It comes out printable, short, without brackets, and the same if it is asked again."""
    text = sayable(sentence)
    if text is not None:
        assert text.isprintable()
        assert len(text) <= MOST_CHARACTERS
        assert "[" not in text
        assert sayable(text) == text

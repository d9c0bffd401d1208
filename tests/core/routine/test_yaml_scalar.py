"""Values as YAML on one line: what is written is read back."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.yaml_scalar import flow_yaml, text_yaml

TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("at"), inner), max_leaves=5
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("45s", "45s"),
        ("-10s", "-10s"),
        (0, "0"),
        (1.5, "1.5"),
        ("Runner's hips", "Runner's hips"),
        ("Breathe: out", "'Breathe: out'"),
        ("it's: so", "'it''s: so'"),
        ("one, two", "one, two"),
        ("one ", "'one '"),
        (["one, two"], "['one, two']"),
        (["hips", "after-run"], "[hips, after-run]"),
        ({"left": "45s", "right": "60s"}, "{left: 45s, right: 60s}"),
    ],
)
def test_how_it_is_written(value: object, written: str) -> None:
    """Quotes only where they are needed."""
    assert flow_yaml(value) == written


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    """After its key, as texts."""
    assert yaml.load(f"key: {flow_yaml(value)}\n", Loader=yaml.BaseLoader) == {"key": value}  # noqa: S506 - makes texts only


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n \t\r-.'\"#\x85\u2028"), max_size=30))
def test_a_text_is_read_back_to_the_character(text: str) -> None:
    """Whatever its lines and blanks, and whichever of PyYAML's parsers reads it."""
    document = f"a:\n  b: {text_yaml(text, ' ' * 4)}\n  c: d\n"
    for loader in (yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        assert yaml.load(document, Loader=loader) == {"a": {"b": text, "c": "d"}}  # noqa: S506 - makes texts only


@pytest.mark.parametrize("value", [None, True, object(), [None]])
def test_what_no_routine_has(value: object) -> None:
    """It is refused, and no guess is made."""
    with pytest.raises(ValueError, match="nothing that a routine has"):
        flow_yaml(value)

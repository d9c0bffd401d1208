"""The keys of a routine, out of a schema."""

from typing import Any

import pytest

from routine_app.core.help.schema_keys import KeyFacts, read_schema_keys


def schema() -> dict[str, Any]:
    """A small schema with everything that one must have."""
    return {
        "required": ["title"],
        "properties": {
            "title": {"title": "text", "description": "Its name.", "examples": ["Hips"]},
            "rest": {"$ref": "#/$defs/gap", "default": "10s", "examples": ["10s", "1m"]},
        },
        "$defs": {
            "gap": {"$ref": "#/$defs/duration"},
            "duration": {"title": "a duration"},
            "stretch": {
                "required": ["name"],
                "else": {"required": ["hold"]},
                "properties": {"name": {"title": "text"}, "hold": {"$ref": "#/$defs/gap"}},
            },
            "sides": {"properties": {"left": {"title": "a hold"}}},
            "timed_cue": {"properties": {"at": {"title": "a time"}}},
            "muscle": {"anyOf": [{"title": "text"}, {"enum": ["neck", "feet"]}]},
        },
    }


def test_a_key_with_all_its_facts() -> None:
    """What it must be stands where it refers to; the example is not the default."""
    assert read_schema_keys(schema()).routine == (
        KeyFacts("title", "Its name.", "text", "an error", "title: Hips"),
        KeyFacts("rest", "", "a duration", "10s", "rest: 1m"),
    )


def test_a_key_that_must_be_there_unless() -> None:
    """A hold must be there, unless the sides have theirs."""
    assert [facts.default for facts in read_schema_keys(schema()).stretch] == ["an error", "an error"]


def test_the_other_lists() -> None:
    """Sides, a cue, the muscles."""
    keys = read_schema_keys(schema())
    assert [facts.key for facts in (*keys.sides, *keys.cue)] == ["left", "at"]
    assert keys.muscles == ("neck", "feet")


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (["properties"], None, "its properties is no dict"),
        (["$defs"], [], "its \\$defs is no dict"),
        (["$defs", "stretch"], [], "its stretch is no dict"),
        (["$defs", "muscle"], {"anyOf": [True]}, "no muscles are named"),
        (["$defs", "stretch", "required"], "name", "its required is no list"),
        (["properties", "title"], True, "its description is no str"),
        (["properties", "title", "description"], 3, "its description is no str"),
        (["properties", "title"], {"type": "string"}, r"its \$ref is no str"),
        (["$defs", "duration"], {"$ref": "#/$defs/gap"}, "its title is no str"),
    ],
)
def test_a_schema_of_something_else(path: list[str], value: object, says: str) -> None:
    """It says what is lacking; one that refers to itself ends, too."""
    broken = schema()
    owner = broken
    for step in path[:-1]:
        owner = owner[step]
    owner[path[-1]] = value
    with pytest.raises(ValueError, match=says):
        read_schema_keys(broken)

"""The keys of a routine file and what may stand at them, out of its JSON Schema."""

from dataclasses import dataclass
from typing import Any, TypeVar

from routine_app.core.routine.yaml_scalar import flow_yaml

REQUIRED = "an error"
"""What comes of leaving out a key that must be written."""

_Kind = TypeVar("_Kind", dict[str, Any], list[Any], str)


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """One key: what it means, what may be written at it, what holds without it, and an example.

    `default` is empty where there is none; `example` is a line of YAML, `hold: 30s`.
    """

    key: str
    meaning: str
    allowed: str
    default: str
    example: str


@dataclass(frozen=True, slots=True)
class SchemaKeys:
    """The keys of a routine, of a stretch, of `sides` as a mapping and of a cue with its time; and the muscles."""

    routine: tuple[KeyFacts, ...]
    stretch: tuple[KeyFacts, ...]
    sides: tuple[KeyFacts, ...]
    cue: tuple[KeyFacts, ...]
    muscles: tuple[str, ...]


def read_schema_keys(schema: object) -> SchemaKeys:
    """The keys in the order of the schema; raises ValueError if it lacks what a routine has."""
    definitions = _get(schema, "$defs", dict)
    stretch, sides, cue, muscle = (
        _get(definitions, name, dict) for name in ("stretch", "sides", "timed_cue", "muscle")
    )
    return SchemaKeys(
        routine=_keys(schema, definitions),
        stretch=_keys(stretch, definitions),
        sides=_keys(sides, definitions),
        cue=_keys(cue, definitions),
        muscles=_choices(muscle),
    )


def _keys(owner: object, definitions: dict[str, Any]) -> tuple[KeyFacts, ...]:
    required = _get(owner, "required", list, []) + _get(_get(owner, "else", dict, {}), "required", list, [])
    return tuple(
        KeyFacts(
            key,
            meaning=_get(facts, "description", str, ""),
            allowed=_allowed(facts, definitions),
            default=REQUIRED if key in required else _default(facts),
            example=_example(key, facts),
        )
        for key, facts in _get(owner, "properties", dict).items()
    )


def _default(facts: dict[str, Any]) -> str:
    return flow_yaml(facts["default"]) if "default" in facts else ""


def _example(key: str, facts: dict[str, Any]) -> str:
    """The first example that is not the default: the default need not be written."""
    examples = (one for one in _get(facts, "examples", list, []) if one != facts.get("default"))
    return next((f"{key}: {flow_yaml(example)}" for example in examples), "")


def _allowed(facts: dict[str, Any], definitions: dict[str, Any]) -> str:
    """The title of the key, else of what it refers to: that is where the schema says what may be written."""
    for _ in definitions:
        if "title" in facts:
            break
        reference = _get(facts, "$ref", str)
        facts = _get(definitions, reference.removeprefix("#/$defs/"), dict)
    return _get(facts, "title", str)


def _choices(facts: dict[str, Any]) -> tuple[str, ...]:
    """The words of the first enumeration among the alternatives."""
    for alternative in _get(facts, "anyOf", list):
        if isinstance(alternative, dict) and "enum" in alternative:
            return tuple(map(str, _get(alternative, "enum", list)))
    raise ValueError("no muscles are named")


def _get(owner: object, key: str, kind: type[_Kind], default: _Kind | None = None) -> _Kind:
    value = owner.get(key, default) if isinstance(owner, dict) else None
    if not isinstance(value, kind):
        raise ValueError(f"its {key} is no {kind.__name__}")  # noqa: TRY004 - whoever reads files expects one error
    return value

"""The keys of a routine file and what may stand at them, out of its JSON Schema."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from routine_app.core.routine.yaml_scalar import flow_yaml

Schema = Mapping[str, object]

REQUIRED = "an error"
"""What comes of leaving out a key that must be written."""


class SchemaError(ValueError):
    """The schema is not one of a routine: the text says what it lacks."""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """One key: what may be written at it, what holds without it, what it means, and an example.

    `default` is empty where there is none; `example` is a line of YAML, `hold: 30s`.
    """

    key: str
    allowed: str
    default: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class SchemaKeys:
    """The keys of a routine, of a stretch, of `sides` as a mapping and of a cue with its time; and the muscles."""

    routine: tuple[KeyFacts, ...]
    stretch: tuple[KeyFacts, ...]
    sides: tuple[KeyFacts, ...]
    cue: tuple[KeyFacts, ...]
    muscles: tuple[str, ...]


def read_schema_keys(schema: Schema) -> SchemaKeys:
    """The keys in the order of the schema; raises SchemaError if it lacks what a routine has."""
    return SchemaKeys(
        routine=_keys(schema, schema),
        stretch=_keys(schema, _definition(schema, "stretch")),
        sides=_keys(schema, _definition(schema, "sides")),
        cue=_keys(schema, _definition(schema, "timed_cue")),
        muscles=_choices(_definition(schema, "muscle")),
    )


def _keys(schema: Schema, owner: Schema) -> tuple[KeyFacts, ...]:
    required = [*_list(owner, "required"), *_list(_optional_mapping(owner, "else"), "required")]
    return tuple(
        _key(schema, key, facts, is_required=key in required)
        for key, facts in _mapping(owner, "properties").items()
    )


def _key(schema: Schema, key: str, facts: object, *, is_required: bool) -> KeyFacts:
    if not _is_mapping(facts):
        raise SchemaError(f"the key {key} is not described")
    default = "" if "default" not in facts else flow_yaml(facts["default"])
    example = _example(facts)
    return KeyFacts(
        key=key,
        allowed=_allowed(schema, key, facts),
        default=REQUIRED if is_required else default,
        meaning=_text(facts, "description"),
        example=f"{key}: {flow_yaml(example)}" if example is not None else "",
    )


def _example(facts: Schema) -> object:
    """The first example that is not the default: the default need not be written."""
    examples = _list(facts, "examples")
    return next((one for one in examples if one != facts.get("default")), None)


def _allowed(schema: Schema, key: str, facts: Schema) -> str:
    """The title of the key, else of what it refers to: that is where the schema says what may be written."""
    seen = 0
    while "title" not in facts:
        reference = facts.get("$ref")
        seen += 1
        if not isinstance(reference, str) or seen > len(_mapping(schema, "$defs")):
            raise SchemaError(f"the key {key} does not say what may be written")
        facts = _definition(schema, reference.removeprefix("#/$defs/"))
    return _text(facts, "title")


def _choices(facts: Schema) -> tuple[str, ...]:
    """The words of the first enumeration among the alternatives."""
    for alternative in _list(facts, "anyOf"):
        if _is_mapping(alternative) and "enum" in alternative:
            return tuple(str(word) for word in _list(alternative, "enum"))
    raise SchemaError("no muscles are named")


def _definition(schema: Schema, name: str) -> Schema:
    return _mapping(_mapping(schema, "$defs"), name)


def _mapping(owner: Schema, key: str) -> Schema:
    value = owner.get(key)
    if not _is_mapping(value):
        raise SchemaError(f"it has no {key}")
    return value


def _optional_mapping(owner: Schema, key: str) -> Schema:
    return _mapping(owner, key) if key in owner else {}


def _list(owner: Schema, key: str) -> list[object]:
    value = owner.get(key, [])
    if not isinstance(value, list):
        raise SchemaError(f"{key} is no list")
    return value


def _text(owner: Schema, key: str) -> str:
    value = owner.get(key, "")
    if not isinstance(value, str):
        raise SchemaError(f"{key} is no text")
    return value


def _is_mapping(value: object) -> TypeGuard[Schema]:
    return isinstance(value, Mapping)

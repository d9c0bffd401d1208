"""The JSON Schema of routine files says what the reader does."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from routine_app.core.routine.muscles import MUSCLES
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import CheckedText
from routine_app.data.routines.reader.routine import ROUTINE_KEYS, read_routine
from routine_app.data.routines.reader.stretch import STRETCH_KEYS
from tests.data.routines.generated_routines import routine_texts
from tests.data.routines.reader.schema_differences import READER_ALONE, SCHEMA_ALONE, a_stretch, difference
from tests.data.yaml.yaml_1_2 import load_yaml
from tests.few_or_many import few_or_many

PROJECT = Path(__file__).parents[4]
SCHEMA: dict[str, Any] = json.loads((PROJECT / "routines/routine.schema.json").read_text(encoding="utf-8"))
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
VALIDATOR = Draft202012Validator(SCHEMA)

OWNERS: dict[str, dict[str, Any]] = {
    "routine": SCHEMA,
    "stretch": DEFINITIONS["stretch"],
    "sides": DEFINITIONS["sides"],
    "cue": DEFINITIONS["timed_cue"],
}
KEYS = [(owner, key) for owner, schema in OWNERS.items() for key in schema["properties"]]
KEYS_WITH_DEFAULT = [(owner, key) for owner, key in KEYS if "default" in OWNERS[owner]["properties"][key]]
SHIPPED = sorted((PROJECT / "routines").glob("*.yaml"))
COOKBOOK = sorted((PROJECT / "routines/cookbook").glob("*.yaml"))

LEAST: dict[str, dict[str, Any]] = {
    "routine": {"title": "T", "stretches": [{"name": "A", "hold": "1m"}]},
    "stretch": {"name": "A", "hold": "1m"},
    "sides": {"left": "1m", "right": "1m"},
    "cue": {"at": "halfway", "say": "Now."},
}
"""The least that each must have."""


def routine_with(owner: str, mapping: object) -> str:
    """A routine in which this stands for the mapping of that sort, as JSON, which is YAML."""
    sorts: dict[str, Any] = {
        "routine": mapping,
        "stretch": {"title": "T", "stretches": [mapping]},
        "sides": {"title": "T", "stretches": [{"name": "A", "sides": mapping}]},
        "cue": {"title": "T", "stretches": [{"name": "A", "hold": "1m", "cues": [mapping]}]},
    }
    return json.dumps(sorts[owner], ensure_ascii=False)


def read(text: str) -> CheckedText:
    """What the reader makes of a text."""
    return read_routine("x.yaml", text.encode("utf-8", "surrogatepass"))


def errors(text: str) -> list[str]:
    """What the reader refuses, each as `key: message`."""
    return [
        f"{problem.key}: {problem.message}"
        for problem in read(text).problems
        if problem.severity is Severity.ERROR
    ]


def is_accepted_by_the_schema(text: str, *, tidied: bool = False) -> bool:
    """Whether an editor that knows the schema would say nothing."""
    try:
        return VALIDATOR.is_valid(load_yaml(text, tidied=tidied))
    except yaml.YAMLError:
        return False


def verdict(text: str) -> str:
    """How reader and schema agree on a text, or the known difference; fails if they do neither."""
    refused = errors(text)
    is_accepted = is_accepted_by_the_schema(text)
    if is_accepted and refused:
        names = {message: difference(message) for message in refused}
        assert None not in names.values(), names
        return "only the reader refuses"
    if not is_accepted and not refused:
        assert is_accepted_by_the_schema(text, tidied=True), list(VALIDATOR.iter_errors(load_yaml(text)))
        return "only the schema refuses"
    return "both refuse" if refused else "both accept"


def test_schema_and_reader_agree() -> None:
    """On many files, most with something odd in them; each verdict comes up often enough."""
    verdicts: Counter[str] = Counter()
    number = few_or_many(300, 1500)

    @settings(max_examples=number, suppress_health_check=list(HealthCheck), database=None)
    @given(routine_texts())
    def agree(text: str) -> None:
        verdicts[verdict(text)] += 1

    agree()
    assert verdicts["both accept"] >= number * 2 // 15
    assert verdicts["both refuse"] >= number * 2 // 15


def examples_of(differences: dict[str, Any]) -> list[Any]:
    """Each example of each difference, under its name."""
    return [
        pytest.param(name, example, id=name) for name, known in differences.items() for example in known[-1]
    ]


@pytest.mark.parametrize(("name", "text"), examples_of(READER_ALONE))
def test_what_the_schema_cannot_say(name: str, text: str) -> None:
    """The reader refuses it for the one reason named, and the schema does not."""
    assert {difference(message) for message in errors(text)} == {name}
    assert is_accepted_by_the_schema(text)
    assert READER_ALONE[name].reason


def test_a_second_document() -> None:
    """The reader refuses what an editor finds right twice."""
    text = a_stretch("sets: 2")
    assert [difference(message) for message in errors(f"{text}---\n{text}")] == ["a second document"]


@pytest.mark.parametrize(("name", "text"), examples_of(SCHEMA_ALONE))
def test_what_only_the_schema_refuses(name: str, text: str) -> None:
    """The reader takes it, and so does the schema as soon as it is tidied."""
    assert errors(text) == []
    assert not is_accepted_by_the_schema(text)
    assert is_accepted_by_the_schema(text, tidied=True), name


def test_the_schema_is_one() -> None:
    """It is valid by its own meta-schema, and every reference in it leads somewhere."""
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)
    named = set(re.findall(r'"\$ref": "#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert named == set(DEFINITIONS)


def test_every_shipped_routine_is_right() -> None:
    """To the schema as to the reader, the examples of the cookbook too."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (*SHIPPED, *COOKBOOK)}
    assert len(texts) >= 18
    refused = {name: list(VALIDATOR.iter_errors(load_yaml(text))) for name, text in texts.items()}
    assert {name: faults for name, faults in refused.items() if faults} == {}
    assert {name: faults for name, text in texts.items() if (faults := errors(text))} == {}


def test_every_shipped_routine_leads_editors_to_the_schema() -> None:
    """By its first line; a copy in the user's folder has the schema beside it too."""
    first_lines = {path.name: path.read_text(encoding="utf-8").partition("\n")[0] for path in SHIPPED}
    expected = "# yaml-language-server: $schema=routine.schema.json"
    assert first_lines == dict.fromkeys(first_lines, expected)
    assert len(first_lines) >= 8


@pytest.mark.parametrize("owner", OWNERS)
def test_the_keys_are_the_readers(owner: str) -> None:
    """In the same order, and no other is allowed by either."""
    (message,) = errors(routine_with(owner, {**LEAST[owner], "x-y-z": 1}))
    keys = re.fullmatch(r"x-y-z: is not a key of [a-z ]+; write one of (.*)", message)
    assert keys is not None
    assert keys[1].split(", ") == list(OWNERS[owner]["properties"])
    assert OWNERS[owner]["additionalProperties"] is False


def test_the_keys_of_routine_and_stretch() -> None:
    """They are those that the reader names."""
    assert tuple(SCHEMA["properties"]) == ROUTINE_KEYS
    assert tuple(DEFINITIONS["stretch"]["properties"]) == STRETCH_KEYS


@pytest.mark.parametrize("owner", OWNERS)
def test_the_required_keys_are_the_readers(owner: str) -> None:
    """Without one of them both refuse, and without the others neither does."""
    schema = OWNERS[owner]
    required = {*schema["required"], *schema.get("else", {}).get("required", ())}
    assert required == set(LEAST[owner])
    for key in required:
        text = routine_with(owner, {name: value for name, value in LEAST[owner].items() if name != key})
        assert [message.partition(";")[0] for message in errors(text)] == [f"{key}: is missing"]
        assert not is_accepted_by_the_schema(text)
    assert verdict(routine_with(owner, LEAST[owner])) == "both accept"


def found(schema: dict[str, Any], word: str) -> Any:  # noqa: ANN401 - whatever JSON may hold
    """What the schema of a key, or the definition that it refers to, says at a word."""
    while word not in schema and "$ref" in schema:
        schema = DEFINITIONS[schema["$ref"].removeprefix("#/$defs/")]
    return schema.get(word)


@cache
def allowed_by_the_reader(owner: str, key: str) -> str:
    """What the reader says may stand at a key, when nothing does."""
    (message,) = errors(routine_with(owner, {**LEAST[owner], key: ""}))
    told = re.fullmatch(rf"{key}: is empty; write (.*?)(, or leave the key out)?", message)
    assert told is not None, message
    return told[1]


def by_key(fact: Callable[[str, str], Any]) -> dict[str, Any]:
    """What is so of each key of the schema."""
    return {f"{owner}.{key}": fact(owner, key) for owner, key in KEYS}


def property_of(owner: str, key: str) -> dict[str, Any]:
    """The schema of a key."""
    schema: dict[str, Any] = OWNERS[owner]["properties"][key]
    return schema


def test_what_is_allowed_is_in_the_readers_words() -> None:
    """With the limits in them."""
    titles = by_key(lambda owner, key: found(property_of(owner, key), "title"))
    assert len(titles) == 27
    assert titles == by_key(allowed_by_the_reader)


def test_every_key_is_described_and_has_examples() -> None:
    """In sentences, which may begin with a word of the file."""
    described = by_key(lambda owner, key: property_of(owner, key)["description"])
    sentences = re.compile(r"([A-Z]|together: ).*\.")
    assert {key: words for key, words in described.items() if not sentences.fullmatch(words)} == {}
    examples = by_key(lambda owner, key: property_of(owner, key)["examples"])
    assert [key for key, values in examples.items() if not values] == []


def limits(allowed: str) -> dict[str, float]:
    """The limits that a phrase of the reader names, in the words of JSON Schema."""
    if numbers := re.match(r"text of (\d+) to (\d+) characters|.*()at most (\d+) characters", allowed):
        return {"minLength": 1, "maxLength": int(numbers[2] or numbers[4])}
    if numbers := re.match(r"a list of (?:(\d+) to |at most )(\d+) ", allowed):
        return {"maxItems": int(numbers[2]), **({"minItems": int(numbers[1])} if numbers[1] else {})}
    if numbers := re.match(r"a whole number from (\d+) to (\d+)", allowed):
        return {"minimum": int(numbers[1]), "maximum": int(numbers[2])}
    if numbers := re.match(r"a duration from (\d+)s to (\d+)m", allowed):
        return {"minimum": int(numbers[1]), "maximum": 60 * int(numbers[2])}
    return {}


def said_limits(owner: str, key: str) -> dict[str, float]:
    """The limits that the schema of a key has."""
    schema = property_of(owner, key)
    schemas = [schema, *(part for part in schema.get("anyOf", ()) if part.get("type") == "array")]
    words = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
    return {word: found(part, word) for part in schemas for word in words if found(part, word) is not None}


def test_the_limits_are_the_readers() -> None:
    """Lengths, counts and numbers are those that the reader's words name."""
    assert by_key(said_limits) == by_key(lambda owner, key: limits(allowed_by_the_reader(owner, key)))


@pytest.mark.parametrize(
    ("line", "beyond"),
    [
        *((f"{key}: {'x' * 500}", f"{key}: {'x' * 501}") for key in ("how", "why")),
        (f"figure: {'x' * 80}", f"figure: {'x' * 81}"),
        (f"muscles: {'x' * 60}", f"muscles: {'x' * 61}"),
        (f"muscles: [{'a, ' * 5}a]", f"muscles: [{'a, ' * 6}a]"),
        (f"cues: [{'a, ' * 19}a]", f"cues: [{'a, ' * 20}a]"),
        (f"cues: [{'x' * 140}]", f"cues: [{'x' * 141}]"),
        (f"cues: [{{at: end, say: {'x' * 140}}}]", f"cues: [{{at: end, say: {'x' * 141}}}]"),
        ("figure: a.b", 'figure: " . "'),
        ("figure: .a", "figure: a..b"),
        ("sets: 20", "sets: 21"),
        ("sets: 1", "sets: 0"),
        ("rest: 300", "rest: 300.001"),
        ("rest: 0", "rest: -1"),
        ("sides: {left: 1800, right: 1}", "sides: {left: 1801, right: 1}"),
        ("sides: {left: 1, right: 1}", "sides: {left: 1, right: 0.999}"),
        ("cues: [{at: 100%, say: B}]", "cues: [{at: 100.1%, say: B}]"),
    ],
)  # fmt: skip
def test_both_stop_at_the_same_place(line: str, beyond: str) -> None:
    """What is just within a limit both accept, what is just beyond both refuse."""
    assert verdict(a_stretch(line)) == "both accept"
    assert verdict(a_stretch(beyond)) == "both refuse"


def test_both_stop_at_the_same_place_in_a_routine() -> None:
    """The same of the title, the description, the tags and the number of stretches."""

    def routine(title: int = 1, description: int = 1, tags: int = 1, tag: int = 1, stretches: int = 1) -> str:
        return json.dumps(
            {"title": "x" * title, "description": "x" * description, "tags": ["x" * tag] * tags,
             "stretches": [LEAST["stretch"]] * stretches}
        )  # fmt: skip

    for key, longest in {"title": 80, "description": 500, "tags": 20, "tag": 40, "stretches": 100}.items():
        assert verdict(routine(**{key: longest})) == "both accept", key
        assert verdict(routine(**{key: longest + 1})) == "both refuse", key


def test_the_examples_are_right() -> None:
    """The reader takes each example without a word, and so does the schema."""
    texts = [
        routine_with(owner, {**LEAST[owner], key: example})
        for owner, key in KEYS
        for example in property_of(owner, key)["examples"]
    ]
    told = {text: [problem.message for problem in read(text).problems] for text in texts}
    assert {text: messages for text, messages in told.items() if not all(map(is_of_one_side, messages))} == {}
    assert {text: verdict(text) for text in texts} == dict.fromkeys(texts, "both accept")


def is_of_one_side(message: str) -> bool:
    """Whether it warns that one side alone is held, which an example may show."""
    return "if that is meant, write sides" in message


def test_the_defaults_are_the_readers() -> None:
    """A routine in which the default is written is the routine without it."""
    readings = {}
    for owner, key in KEYS_WITH_DEFAULT:
        bare = {**LEAST[owner], **({"sides": "each"} if key == "first" else {})}
        written = {**bare, key: property_of(owner, key)["default"]}
        readings[owner, key] = (read(routine_with(owner, written)), read(routine_with(owner, bare)))
    assert {key: both for key, both in readings.items() if both[0] != both[1]} == {}


def test_every_key_with_a_value_of_its_own_has_its_default() -> None:
    """What must be there, is a text or a list, or follows the routine has none."""
    assert set(KEYS_WITH_DEFAULT) == {
        *(("routine", key) for key in ("get_ready", "rest", "switch", "rounds")),
        *(("stretch", key) for key in ("kind", "sides", "first", "sets")),
    }


def test_words_are_the_readers() -> None:
    """Muscles, sides and cue times are offered as they are known; another muscle is taken too."""
    muscles = [part["enum"] for part in DEFINITIONS["muscle"]["anyOf"] if "enum" in part]
    assert muscles == [list(MUSCLES)]
    assert verdict(a_stretch("muscles: [it_bnd]")) == "both accept"
    for sort, key in (("stretch", "sides"), ("cue", "at")):
        (words,) = [part["enum"] for part in OWNERS[sort]["properties"][key]["anyOf"] if "enum" in part]
        assert allowed_by_the_reader(sort, key).startswith(", ".join(words))


def test_the_figures_that_ship_are_offered() -> None:
    """As examples, and named where the key is described; another name is a picture of one's own."""
    shipped = sorted(path.stem for path in (PROJECT / "assets/figures").glob("*.svg"))
    figure = DEFINITIONS["stretch"]["properties"]["figure"]
    assert figure["examples"] == shipped
    assert ", ".join(shipped) in figure["description"]


def snippets(schema: object) -> Iterator[dict[str, Any]]:
    """What editors put in whole, anywhere in the schema."""
    children = schema if isinstance(schema, list) else schema.values() if isinstance(schema, dict) else ()
    if isinstance(schema, dict):
        yield from schema.get("defaultSnippets", ())
    for child in children:
        yield from snippets(child)


def test_what_editors_put_in_is_right() -> None:
    """Each snippet, with the words that it proposes, is read without a word."""
    bodies = json.loads(
        re.sub(r"\$\{\d:([^}]*)\}", r"\1", json.dumps([one["body"] for one in snippets(SCHEMA)]))
    )
    sorts = [
        next(sort for sort in ("stretch", "sides", "cue") if set(body) <= set(OWNERS[sort]["properties"]))
        for body in bodies
    ]
    assert sorts == ["stretch", "sides", "cue"]
    for sort, body in zip(sorts, bodies, strict=True):
        assert read(routine_with(sort, body)).problems == ()

"""The help pages say what is so: they are what the script makes, and all that they show can be run."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from routine_app.core import format_example
from routine_app.core.cookbook import Recipe
from routine_app.core.duration import parse_duration
from routine_app.core.muscles import MUSCLES
from routine_app.core.plan import Step, StepKind, plan, planned_seconds
from routine_app.core.problem import Severity
from routine_app.core.schema_keys import read_schema_keys
from routine_app.core.wording import PHASE_WORDS, minutes_and_seconds, name_and_side
from routine_app.data.help_files import FolderHelp
from routine_app.data.paths import assets_folder
from routine_app.data.routine_file.cue_reader import parse_cue_time
from routine_app.data.routine_file.routine_reader import ROUTINE_KEYS, read_routine
from routine_app.data.routine_file.stretch_reader import STRETCH_KEYS
from scripts.render_format_pages import render

PROJECT = Path(__file__).resolve().parent.parent
SCHEMA: dict[str, Any] = json.loads(
    (PROJECT / "routines" / "routine.schema.json").read_text(encoding="utf-8")
)
KEYS = read_schema_keys(SCHEMA)
PAGE = (PROJECT / "docs" / "routine-format.md").read_text(encoding="utf-8")
COOKBOOK = (PROJECT / "docs" / "cookbook.md").read_text(encoding="utf-8")
RECIPES = FolderHelp(PROJECT / "routines").load().recipes
every_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.file_name)


def read_well(text: str) -> None:
    """Fail if a routine has any problem."""
    assert [str(problem) for problem in read_routine("example.yaml", text.encode()).problems] == []


def stretch_with(lines: str) -> str:
    """A routine of one stretch that has these keys, and a hold if nothing gives it one."""
    held = "" if re.search("^(hold:|sides: {|sides:$)", lines, re.MULTILINE) else "\n    hold: 30s"
    named = "" if lines.startswith("name:") else "name: Sit\n"
    return "title: T\nstretches:\n  - " + (named + lines).replace("\n", "\n    ") + held + "\n"


@pytest.mark.parametrize("name", ["routine-format.md", "cookbook.md"])
def test_a_page_is_what_the_script_makes(name: str) -> None:
    """Nobody forgot to run it: python -m scripts.render_format_pages."""
    assert (PROJECT / "docs" / name).read_text(encoding="utf-8") == render()[name]


def test_the_tables_have_the_readers_keys() -> None:
    """All of them, and no other, in the reader's order."""
    assert tuple(facts.key for facts in KEYS.routine) == ROUTINE_KEYS
    assert tuple(facts.key for facts in KEYS.stretch) == STRETCH_KEYS
    assert KEYS.muscles == MUSCLES


def test_the_page_has_a_row_for_each_key() -> None:
    """With four facts; a key that a routine and a stretch have has two rows."""
    rows = re.findall(r"^\| `(\w+)` \|(?:[^|\n]*\|){4}$", PAGE, re.MULTILINE)
    assert rows == [*ROUTINE_KEYS, *STRETCH_KEYS, "left", "right", "at", "say"]


def enum_words(node: object) -> set[str]:
    """Every word that the schema lets one choose."""
    if isinstance(node, dict):
        return {str(word) for word in node.get("enum", ())}.union(*map(enum_words, node.values()))
    return set().union(*map(enum_words, node)) if isinstance(node, list) else set()


def test_the_page_has_every_word_of_the_schema() -> None:
    """Muscles, kinds and sides."""
    words = enum_words(SCHEMA)
    assert words >= {"it_band", "strength", "together"}
    assert {word for word in words if not re.search(rf"\b{word}\b", PAGE)} == set()


def test_the_page_has_every_figure_that_ships() -> None:
    """By its name."""
    names = {path.stem for path in (assets_folder() / "figures").glob("*.svg")}
    assert names
    assert {name for name in names if name not in PAGE} == set()


@pytest.mark.parametrize("facts", KEYS.routine, ids=lambda facts: facts.key)
def test_a_routines_example_can_be_copied(facts: Any) -> None:  # noqa: ANN401 - pytest gives it back untyped
    """Among the other keys."""
    lines = {"title": "title: T", "stretches": "stretches: [{name: Sit, hold: 30s}]"}
    lines[facts.key] = facts.example
    read_well("\n".join(lines.values()) + "\n")


@pytest.mark.parametrize("facts", KEYS.stretch, ids=lambda facts: facts.key)
def test_a_stretchs_example_can_be_copied(facts: Any) -> None:  # noqa: ANN401 - the same
    """Among the other keys."""
    read_well(stretch_with(facts.example))


def test_the_examples_of_sides_and_of_a_cue_can_be_copied() -> None:
    """Each as one mapping."""
    left, right = (facts.example for facts in KEYS.sides)
    at, say = (facts.example for facts in KEYS.cue)
    read_well(stretch_with(f"sides:\n  {left}\n  {right}"))
    read_well(stretch_with(f"cues:\n  - {at}\n    {say}"))


@pytest.mark.parametrize("lines", [lines for _, lines in format_example.WISHES])
def test_a_wish_can_be_copied(lines: str) -> None:
    """Into a stretch."""
    read_well(stretch_with(lines))


@pytest.mark.parametrize("lines", [code for _, _, code in format_example.YAML_RULES if code])
def test_what_a_rule_looks_like(lines: str) -> None:
    """It can be copied to where its key belongs."""
    key = lines.partition(":")[0]
    if key in STRETCH_KEYS:
        read_well(stretch_with(lines))
    else:
        read_well(
            f"{lines}\n" + ("" if key == "title" else "title: T\n") + "stretches: [{name: Sit, hold: 30s}]\n"
        )


def test_a_comma_makes_an_entry() -> None:
    """Unless it is in quotes, as the rule says."""
    (code,) = [code for name, _, code in format_example.YAML_RULES if name == "Commas"]
    assert yaml.safe_load(code) == {"cues": ["Sit tall.", "Back straight, shoulders loose."]}


def step_words(step: Step) -> str:
    """A step as the page names it."""
    is_hold = step.kind is StepKind.HOLD
    return name_and_side(step.stretch.name, step.side) if is_hold else PHASE_WORDS[step.kind]


def test_the_first_example() -> None:
    """It is right, and becomes the steps that the page says."""
    read_well(format_example.EXAMPLE)
    routine = read_routine("evening.yaml", format_example.EXAMPLE.encode()).routine
    assert routine is not None
    steps = tuple((step_words(step), minutes_and_seconds(step.seconds)) for step in plan(routine))
    assert steps == format_example.EXAMPLE_PLAN


def test_the_second_cue_comes_halfway() -> None:
    """As the last line's explanation says."""
    routine = read_routine("evening.yaml", format_example.EXAMPLE.encode()).routine
    assert routine is not None
    last = plan(routine)[-1]
    assert [cue.at_seconds for cue in last.cues] == [0, last.seconds / 2]


def test_the_broken_file_has_the_mistakes_that_the_page_says() -> None:
    """Word for word: two errors and a warning."""
    problems = read_routine(format_example.FILE_NAME, format_example.BROKEN.encode()).problems
    assert tuple(map(str, problems)) == format_example.BROKEN_MESSAGES
    assert [problem.severity for problem in problems].count(Severity.ERROR) == 2


def test_each_spelling_is_a_duration_and_each_time_a_time() -> None:
    """The page has all that the reader's contract has."""
    assert None not in map(parse_duration, format_example.DURATIONS)
    assert None not in [parse_cue_time(when) for when, _ in format_example.CUE_TIMES]


@pytest.mark.parametrize("text", re.findall(r"```yaml\n(.*?)```", PAGE + COOKBOOK, re.DOTALL))
def test_the_yaml_of_a_page_is_right(text: str) -> None:
    """A block is a whole routine, or keys of a stretch."""
    read_well(text if "stretches:" in text else stretch_with(text.rstrip()))


def test_there_are_ten_recipes() -> None:
    """Each in the cookbook, whole."""
    assert len(RECIPES) == 10
    assert re.findall(r"```yaml\n(.*?)```", COOKBOOK, re.DOTALL) == [recipe.text for recipe in RECIPES]


@every_recipe
def test_a_recipe_runs(recipe: Recipe) -> None:
    """It begins by saying what it shows, has no problem, keeps to plain characters, and becomes a plan."""
    assert recipe.title
    assert recipe.shows.endswith(".")
    assert recipe.text.isascii()
    read_well(recipe.text)
    routine = read_routine(recipe.file_name, recipe.text.encode()).routine
    assert routine is not None
    assert 30 < planned_seconds(routine) < 600


@every_recipe
def test_a_recipes_pictures_ship(recipe: Recipe) -> None:
    """All but the one that is to be the user's own."""
    figures = set(re.findall(r"figure: ([\w-]+)", recipe.text)) - {"wall-lean"}
    assert {name for name in figures if not (assets_folder() / "figures" / f"{name}.svg").exists()} == set()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", PAGE + COOKBOOK))
def test_links_lead_somewhere(target: str) -> None:
    """To a file beside the page, and to a heading in it."""
    path, _, anchor = target.partition("#")
    text = (PROJECT / "docs" / path).read_text(encoding="utf-8")
    headings = [
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("## ")
    ]
    assert not anchor or anchor in headings

"""The help pages say what is so: they are what the script makes, and all that they show can be run."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from routine_app.core.help import examples
from routine_app.core.help.schema_keys import read_schema_keys
from routine_app.core.routine.duration_text import parse_duration
from routine_app.core.routine.muscles import MUSCLES
from routine_app.core.routine.plan import Step, StepKind, plan, planned_seconds
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.wording import PHASE_WORDS, name_and_side
from routine_app.core.text.numbers import minutes_and_seconds
from routine_app.data.help_files import FolderHelp
from routine_app.data.paths import assets_folder
from routine_app.data.routines.reader.cues import parse_cue_time
from routine_app.data.routines.reader.routine import ROUTINE_KEYS, read_routine
from routine_app.data.routines.reader.stretch import STRETCH_KEYS
from scripts.render_format_pages import render

PROJECT = Path(__file__).resolve().parent.parent
SCHEMA: dict[str, Any] = json.loads(
    (PROJECT / "routines" / "routine.schema.json").read_text(encoding="utf-8")
)
KEYS = read_schema_keys(SCHEMA)
PAGE = (PROJECT / "docs" / "routine-format.md").read_text(encoding="utf-8")
COOKBOOK = (PROJECT / "docs" / "cookbook.md").read_text(encoding="utf-8")
RECIPES = FolderHelp(PROJECT / "routines").load().recipes


def problems_of(text: str) -> list[str]:
    """What is wrong with a routine, a sentence each."""
    return [str(problem) for problem in read_routine("example.yaml", text.encode()).problems]


def problems_by_text(texts: Iterable[str]) -> dict[str, list[str]]:
    """The routines that have a problem, with their problems."""
    return {text: problems for text in texts if (problems := problems_of(text))}


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


def test_a_routines_examples_can_be_copied() -> None:
    """Each among the other keys."""
    assert problems_by_text(routine_with(facts.key, facts.example) for facts in KEYS.routine) == {}


def routine_with(key: str, line: str) -> str:
    """A routine that has this line for that key."""
    lines = {"title": "title: T", "stretches": "stretches: [{name: Sit, hold: 30s}]"}
    return "\n".join((lines | {key: line}).values()) + "\n"


def test_a_stretchs_examples_can_be_copied() -> None:
    """Each among the other keys."""
    assert problems_by_text(stretch_with(facts.example) for facts in KEYS.stretch) == {}


def test_the_examples_of_sides_and_of_a_cue_can_be_copied() -> None:
    """Each as one mapping."""
    left, right = (facts.example for facts in KEYS.sides)
    at, say = (facts.example for facts in KEYS.cue)
    mappings = (f"sides:\n  {left}\n  {right}", f"cues:\n  - {at}\n    {say}")
    assert problems_by_text(map(stretch_with, mappings)) == {}


def test_the_wishes_can_be_copied() -> None:
    """Each into a stretch."""
    assert problems_by_text(stretch_with(lines) for _, lines in examples.WISHES) == {}


def test_what_the_rules_look_like() -> None:
    """Each can be copied to where its key belongs."""
    shown = [lines for _, _, lines in examples.YAML_RULES if lines]
    assert len(shown) > 3
    assert problems_by_text(whole(lines) for lines in shown) == {}


def whole(lines: str) -> str:
    """A routine that has these lines where their key belongs."""
    key = lines.partition(":")[0]
    return stretch_with(lines) if key in STRETCH_KEYS else routine_with(key, lines)


def test_a_comma_makes_an_entry() -> None:
    """Unless it is in quotes, as the rule says."""
    (code,) = [code for name, _, code in examples.YAML_RULES if name == "Commas"]
    assert yaml.safe_load(code) == {"cues": ["Sit tall.", "Back straight, shoulders loose."]}


def step_words(step: Step) -> str:
    """A step as the page names it."""
    is_hold = step.kind is StepKind.HOLD
    return name_and_side(step.stretch.name, step.side) if is_hold else PHASE_WORDS[step.kind]


def test_the_first_example() -> None:
    """It is right, and becomes the steps that the page says."""
    assert problems_of(examples.EXAMPLE) == []
    routine = read_routine("evening.yaml", examples.EXAMPLE.encode()).routine
    assert routine is not None
    steps = tuple((step_words(step), minutes_and_seconds(step.seconds)) for step in plan(routine))
    assert steps == examples.EXAMPLE_PLAN


def test_the_second_cue_comes_halfway() -> None:
    """As the last line's explanation says."""
    routine = read_routine("evening.yaml", examples.EXAMPLE.encode()).routine
    assert routine is not None
    last = plan(routine)[-1]
    assert [cue.at_seconds for cue in last.cues] == [0, last.seconds / 2]


def test_the_broken_file_has_the_mistakes_that_the_page_says() -> None:
    """Word for word: two errors and a warning."""
    problems = read_routine(examples.FILE_NAME, examples.BROKEN.encode()).problems
    assert tuple(map(str, problems)) == examples.BROKEN_MESSAGES
    assert [problem.severity for problem in problems].count(Severity.ERROR) == 2


def test_each_mistake_is_told_and_its_cure_is_right() -> None:
    """Each in a routine that has no other."""
    told = {wrong: len(problems_of(around(wrong))) for wrong, _, _ in examples.MISTAKES}
    assert {wrong: count for wrong, count in told.items() if count != 1} == {}
    assert problems_by_text(around(right) for _, _, right in examples.MISTAKES if right) == {}


def around(line: str) -> str:
    """A routine with a line at the place where it belongs."""
    head, entries, end = "title: T\n", "stretches:\n  - &lean {name: A, hold: 9s}\n", "\n    hold: 9s\n"
    if line.startswith("hold"):
        return f"{head}{entries}  - name: B\n    {line}\n"
    if line.startswith("name"):
        return f"{head}{entries}  - {line}{end}"
    if line.startswith("- {at"):
        return f"{head}{entries}  - name: B{end}    cues:\n      {line}\n"
    if line.startswith(("-", "*")):
        return f"{head}{entries}  {line}{end if ':' in line else ''}"
    return f"{line}\n{'' if line.startswith('title') else head}{entries}"


def test_each_spelling_is_a_duration_and_each_time_a_time() -> None:
    """The page has all that the reader's contract has."""
    assert None not in map(parse_duration, examples.DURATIONS)
    assert None not in [parse_cue_time(when) for when, _ in examples.CUE_TIMES]


def test_the_yaml_of_the_pages_is_right() -> None:
    """A block is a whole routine, or keys of a stretch."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE + COOKBOOK, re.DOTALL)
    assert len(blocks) > len(RECIPES)
    assert (
        problems_by_text(text if "stretches:" in text else stretch_with(text.rstrip()) for text in blocks)
        == {}
    )


def test_there_are_ten_recipes() -> None:
    """Each in the cookbook, whole."""
    assert len(RECIPES) == 10
    assert re.findall(r"```yaml\n(.*?)```", COOKBOOK, re.DOTALL) == [recipe.text for recipe in RECIPES]


def test_the_recipes_run() -> None:
    """Each has no problem and becomes a plan of half a minute to ten."""
    assert problems_by_text(recipe.text for recipe in RECIPES) == {}
    read = {
        recipe.file_name: read_routine(recipe.file_name, recipe.text.encode()).routine for recipe in RECIPES
    }
    seconds = {name: planned_seconds(routine) if routine else 0 for name, routine in read.items()}
    assert {name: planned for name, planned in seconds.items() if not 30 < planned < 600} == {}


def test_the_recipes_say_what_they_show() -> None:
    """Each has a title, and a sentence below it."""
    assert [r.file_name for r in RECIPES if not (r.title and r.shows.endswith("."))] == []


def test_the_recipes_keep_to_plain_characters() -> None:
    """Each can be typed on any keyboard."""
    assert [recipe.file_name for recipe in RECIPES if not recipe.text.isascii()] == []


def test_the_recipes_pictures_ship() -> None:
    """All but the one that is to be the user's own."""
    named = {recipe.file_name: set(re.findall(r"figure: ([\w-]+)", recipe.text)) for recipe in RECIPES}
    ship = {path.stem for path in (assets_folder() / "figures").glob("*.svg")} | {"wall-lean"}
    assert {name: figures - ship for name, figures in named.items() if figures - ship} == {}


def test_links_lead_somewhere() -> None:
    """Each to a file beside the page, and to a heading in it."""
    targets = re.findall(r"\]\(([^)]+)\)", PAGE + COOKBOOK)
    assert len(targets) > 10
    assert [target for target in targets if not leads_somewhere(target)] == []


def leads_somewhere(target: str) -> bool:
    """Whether the link's file is there, and has its heading."""
    path, _, anchor = target.partition("#")
    file = PROJECT / "docs" / path
    if not anchor:
        return file.is_file()
    return file.is_file() and anchor in headings(file.read_text(encoding="utf-8"))


def headings(text: str) -> list[str]:
    """The second-level headings of a page, as links name them."""
    return [
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("## ")
    ]

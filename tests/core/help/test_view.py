"""What the help screen shows."""

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import TITLE
from routine_app.core.help.view import (
    Code,
    Fact,
    FactList,
    FactRow,
    HelpTexts,
    RecipeCard,
    Run,
    Words,
    present_help,
)
from tests.core.help.test_schema_keys import schema

SIDES = Recipe("03-both-sides.yaml", "# Both sides: `sides: each` does both.\ntitle: Both\nstretches: []\n")


def test_the_sections_in_their_order() -> None:
    """From the first routine to the cookbook."""
    view = present_help(HelpTexts(schema(), (SIDES,)))
    assert (view.title, view.error_text) == (TITLE, "")
    assert [section.title for section in view.sections] == [
        "A routine in a minute",
        "The rules of YAML",
        "How to say what you want",
        "All keys of a routine",
        "All keys of a stretch",
        "All keys of a cue",
        "Muscle names",
        "Durations",
        "What becomes of it",
        "When something is wrong",
        "Cookbook",
    ]


def test_a_key_is_a_row_of_its_own() -> None:
    """What it means needs no label; what there is nothing to say of is left out."""
    keys = present_help(HelpTexts(schema(), ())).sections[3].parts[1]
    assert isinstance(keys, FactList)
    assert keys.rows == (
        FactRow(
            Run("title", is_code=True),
            (
                Fact("", (Run("Its name."),)),
                Fact("What may be written", (Run("text"),)),
                Fact("If left out", (Run("an error"),)),
                Fact("For example", (Run("title: Hips", is_code=True),)),
            ),
        ),
        FactRow(
            Run("rest", is_code=True),
            (
                Fact("What may be written", (Run("a duration"),)),
                Fact("If left out", (Run("10s"),)),
                Fact("For example", (Run("rest: 1m", is_code=True),)),
            ),
        ),
    )


def test_a_row_of_two_has_no_label() -> None:
    """A spelling, and what it comes to."""
    durations = present_help(HelpTexts(schema(), ())).sections[7].parts[1]
    assert isinstance(durations, FactList)
    assert durations.rows[-1] == FactRow(Run("1:30", is_code=True), (Fact("", (Run("1 min 30 s"),)),))


def test_words_to_type_stand_out() -> None:
    """In a sentence, by their backticks."""
    words = present_help(HelpTexts(schema(), ())).sections[3].parts[0]
    assert isinstance(words, Words)
    assert words.runs == (
        Run("They stand at the left edge. Only "),
        Run("title", is_code=True),
        Run(" and "),
        Run("stretches", is_code=True),
        Run(" must be there."),
    )


def test_an_example_as_lines() -> None:
    """Without a line at its end that has nothing."""
    code = present_help(HelpTexts(None, ())).sections[0].parts[1]
    assert isinstance(code, Code)
    assert code.text.startswith("title: Evening stretch\nstretches:\n  - name: Butterfly\n")
    assert code.text.endswith("Keep breathing.")


def test_a_recipe() -> None:
    """Its comment is read as words; used is the whole file, under its name without the number."""
    (card,) = present_help(HelpTexts(schema(), (SIDES,))).sections[-1].parts
    assert card == RecipeCard(
        title="Both sides",
        shows=(Run("sides: each", is_code=True), Run(" does both.")),
        code="title: Both\nstretches: []",
        text=SIDES.text,
        file_name="both-sides.yaml",
    )


def test_a_recipe_without_a_comment() -> None:
    """It goes by its file's name."""
    (card,) = present_help(HelpTexts(None, (Recipe("1-a.yaml", "title: A\n"),))).sections[-1].parts
    assert card == RecipeCard("a.yaml", (), "title: A", "title: A\n", "a.yaml")


def test_what_is_missing_is_said() -> None:
    """In one sentence; the rest of the page is there."""
    start, end = "Missing from this copy of the app: ", "; install it again to read all of this page."
    for texts, missing in (
        (HelpTexts(None, (SIDES,)), "the tables of all keys"),
        (HelpTexts(schema(), (SIDES,), is_cookbook_whole=False), "a part of the cookbook"),
        (HelpTexts(None, (), is_cookbook_whole=False), "the tables of all keys and the cookbook"),
    ):
        assert present_help(texts).error_text == f"{start}{missing}{end}"
    assert [section.title for section in present_help(HelpTexts(None, ())).sections][2:4] == [
        "How to say what you want",
        "Durations",
    ]

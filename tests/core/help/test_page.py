"""What stands on the help page."""

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import TITLE, CodeBlock, HelpTexts, Run, Table, help_page, runs
from routine_app.core.help.schema_keys import read_schema_keys
from tests.core.help.test_schema_keys import schema

KEYS = read_schema_keys(schema())
SIDES = Recipe("03-both-sides.yaml", "# Both sides: `sides: each` does both.\ntitle: Both\nstretches: []\n")


def test_the_sections_in_their_order() -> None:
    """From the first routine to the cookbook."""
    page = help_page(HelpTexts(KEYS, (SIDES,)))
    assert (page.title, page.error_text) == (TITLE, "")
    assert [section.title for section in page.sections] == [
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
    """What is to be typed stands between backticks; what there is nothing to say of is empty."""
    keys = help_page(HelpTexts(KEYS, ())).sections[3].blocks[1]
    assert isinstance(keys, Table)
    assert keys.rows == (
        ("`title`", "Its name.", "text", "an error", "`title: Hips`"),
        ("`rest`", "", "a duration", "10s", "`rest: 1m`"),
    )
    assert len(keys.headings) == 5


def test_a_spelling_and_what_it_comes_to() -> None:
    """Of a duration."""
    durations = help_page(HelpTexts(KEYS, ())).sections[7].blocks[1]
    assert isinstance(durations, Table)
    assert durations.rows[-1] == ("`1:30`", "1 min 30 s")


def test_words_to_type_stand_out() -> None:
    """In a sentence, by their backticks."""
    assert runs("Only `title` and `stretches` must be there.") == (
        Run("Only "),
        Run("title", is_code=True),
        Run(" and "),
        Run("stretches", is_code=True),
        Run(" must be there."),
    )
    assert runs("`a: 1\nb: 2`") == (Run("a: 1\nb: 2", is_code=True),)
    assert runs("") == ()


def test_an_example_as_lines() -> None:
    """The whole of a file."""
    code = help_page(HelpTexts(None, ())).sections[0].blocks[1]
    assert isinstance(code, CodeBlock)
    assert code.text.startswith("title: Evening stretch\nstretches:\n  - name: Butterfly\n")
    assert code.text.endswith("Keep breathing.\n")


def test_a_recipe() -> None:
    """Its comment is read as words; used is the whole file, under its name without the number."""
    assert help_page(HelpTexts(KEYS, (SIDES,))).sections[-1].blocks == (SIDES,)
    assert (SIDES.title, SIDES.shows) == ("Both sides", "`sides: each` does both.")
    assert (SIDES.code, SIDES.own_file_name) == ("title: Both\nstretches: []", "both-sides.yaml")


def test_a_recipe_without_a_comment() -> None:
    """It goes by its file's name."""
    recipe = Recipe("1-a.yaml", "title: A\n")
    assert (recipe.title, recipe.shows, recipe.code) == ("a.yaml", "", "title: A")


def test_what_is_missing_is_said() -> None:
    """In one sentence; the rest of the page is there."""
    start, end = "Missing from this copy of the app: ", "; install it again to read all of this page."
    for texts, missing in (
        (HelpTexts(None, (SIDES,)), "the tables of all keys"),
        (HelpTexts(KEYS, (SIDES,), is_cookbook_whole=False), "a part of the cookbook"),
        (HelpTexts(None, (), is_cookbook_whole=False), "the tables of all keys and the cookbook"),
    ):
        assert help_page(texts).error_text == f"{start}{missing}{end}"
    assert [section.title for section in help_page(HelpTexts(None, ())).sections][2:4] == [
        "How to say what you want",
        "Durations",
    ]

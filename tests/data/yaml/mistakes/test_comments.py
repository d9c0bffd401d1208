"""A # that begins a comment in what was meant for a text."""

import pytest

from tests.data.yaml.mistakes.told_mistakes import told_of

CURE = "put the whole text in quotes, or a space after the # of a comment"


@pytest.mark.parametrize(
    ("right", "wrong", "place", "left"),
    [
        ("Evening", "Back #2", "1:13: warning: title", "Back"),
        ("Butterfly", "Step   #️⃣ two", "4:18: warning: name", "Step"),
        ("Sit tall.", "Count to #5", "7:18: warning: cues", "Count to"),
        (
            "{at: halfway, say: Breathe out.}",
            "at: halfway\n        say: Out\t#3",
            "9:18: warning: say",
            "Out",
        ),
        ("[hips]", "[hips, evening #run\n  ]", "2:22: warning: tags", "evening"),
        ("hold: 45s", "hold: 45s\n    how: Sit,\n      and lean #1", "7:16: warning: how", "Sit, and lean"),
    ],
)
def test_a_text_that_is_cut_short(right: str, wrong: str, place: str, left: str) -> None:
    """It is a warning at the #, with what is left."""
    assert told_of((right, wrong)) == [f'{place}: the "#" cuts the text short, and "{left}" is left; {CURE}']


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Evening", "Evening # mine"),
        ("Evening", "Evening ## mine"),
        ("Evening", "Evening #"),
        ("Evening", "'Evening' #mine"),
        ("Evening", "Evening#2"),
        ("45s", "45s  # longer later"),
        ("45s", "45s #longer later"),
        ("each", "each #side"),
        ("sides: each", "muscles: glutes #first\n    figure: bridge #mine"),
        ("stretches:", "stretches: #all"),
        ("hold: 45s", "hold: 45s\n    how: |\n      Sit #2\n    why: >- #3\n      It helps #4."),
        ("hold: 45s", "hold: 45s\n    sets: 2 #two"),
    ],
)
def test_comments(right: str, wrong: str) -> None:
    """A # with a space behind it begins a comment, and so does any behind what is no text."""
    assert told_of((right, wrong)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "start", "cure"),
    [
        ("Butterfly", "#1 stretch", "4:11: name", "text of 1 to 60 characters"),
        ("Sit tall.", "#5", "7:9: cues", "text of 1 to 140 characters, or {at: halfway, say: TEXT}"),
        ("[hips]", "#hips #legs", "2:7: tags", "a list of at most 20 words, or leave the key out"),
        ("45s", "#45s", "5:11: hold", "a duration from 1s to 30m"),
    ],
)
def test_a_value_that_begins_with_the_sign(right: str, wrong: str, start: str, cure: str) -> None:
    """It is empty, and told why."""
    why = f'because "{wrong}" is a comment: it begins with "#"'
    assert told_of((right, wrong)) == [f"{start}: is empty, {why}; put it in quotes, or write {cure}"]


def test_a_comment_alone() -> None:
    """A value that is left out before a comment is empty, and no more."""
    assert told_of(("45s", "# later")) == ["5:10: hold: is empty; write a duration from 1s to 30m"]


@pytest.mark.parametrize(
    ("right", "wrong", "place", "left"),
    [
        ("[hips]", "[hips #1, legs]", "2:13: tags", "hips"),
        ("Breathe out.", "Count #5", "8:34: say", "Count"),
    ],
)
def test_a_bracket_in_the_comment(right: str, wrong: str, place: str, left: str) -> None:
    """Where the comment takes the closing bracket with it, that is the error."""
    message = f'the "#" makes a comment of the rest of the line, its bracket too, and "{left}" is left'
    assert told_of((right, wrong)) == [f"{place}: {message}; put the whole text in quotes"]


@pytest.mark.parametrize(
    ("right", "wrong", "places"),
    [
        ("[hips]", "[#hips, #legs]", ["2:8: tags", "2:15: tags"]),
        ("[hips]", "[hips, #legs]", ["2:14: tags"]),
        ("Breathe out.", "#5", ["8:28: say"]),
    ],
)
def test_a_bracket_in_the_comment_of_a_whole_text(right: str, wrong: str, places: list[str]) -> None:
    """The same, where the text begins with the sign: nothing of it is left."""
    message = 'the "#" makes a comment of the rest of the line, its bracket too; put the whole text in quotes'
    assert told_of((right, wrong)) == [f"{place}: {message}" for place in places]


def test_a_text_that_goes_on() -> None:
    """A text of several lines ends with a comment: the line below it would belong to nothing."""
    assert told_of(("hold: 45s", "hold: 45s\n    how: Sit #1\n      and lean.")) == [
        '6:14: how: the "#" cuts the text short, and "Sit" is left; put the whole text in quotes'
    ]

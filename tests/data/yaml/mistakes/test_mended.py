"""How far a text is searched for mistakes, and what is told of it."""

from routine_app.data.yaml.mistakes.mended import SEARCHED_LIMIT
from tests.data.routines.reader.routine_readings import messages
from tests.data.yaml.mistakes.told_mistakes import EVENING

WRONG = EVENING.replace("title: ", "title:")


def filled(length: int) -> str:
    """The routine with a mistake, and comments up to so many characters."""
    rest, size = length - len(WRONG), 100
    return WRONG + f"#{'-' * (size - 2)}\n" * (rest // size) + "#" * (rest % size)


def test_a_text_of_the_limit_is_searched() -> None:
    """Its mistakes are told by what they are; those of a longer one in the words for any wrong YAML."""
    told = ['1:6: title: a space is missing after the colon; write "title: Evening"']
    assert messages(filled(SEARCHED_LIMIT)) == told
    assert messages(filled(SEARCHED_LIMIT + 1)) != told


def test_no_more_are_told_than_help() -> None:
    """A hundred, and a word that there are more."""
    told = messages(EVENING + "".join(f"hold{i}:\xa0{i}s\n" for i in range(200)))
    assert len(told) == 101
    assert "more problems" in told[-1]

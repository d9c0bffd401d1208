"""Code fences around a routine."""

import pytest

from tests.data.routines.reader.routine_readings import messages
from tests.data.yaml.mistakes.told_mistakes import EVENING, told_of

LAST = EVENING.count("\n")


def told(mark: str, more: str = "") -> str:
    """What is said of a fence."""
    return f"a code fence, {mark}, is no part of a routine; delete this line{more}"


@pytest.mark.parametrize("mark", ["```", "~~~"])
@pytest.mark.parametrize("language", ["", "yaml", " yml"])
def test_fences(mark: str, language: str) -> None:
    """Each is told."""
    text = f"{mark}{language}\n{EVENING}{mark}\n"
    assert messages(text) == [f"1:1: {told(mark)}", f"{LAST + 2}:1: {told(mark)}"]


def test_remarks() -> None:
    """What stands around them is to go too, and no more is said of it."""
    text = f"Here: “it is\n\n* enjoy: this\n```yaml\n{EVENING}````\n- and: that's all\n"
    assert messages(text) == [
        f"4:1: {told('```', ' and all above it')}",
        f"{LAST + 5}:1: {told('```', ' and all below it')}",
    ]


def test_one_fence() -> None:
    """One alone is told as what it is, too."""
    assert messages(f"```\n{EVENING}") == [f"1:1: {told('```')}"]
    assert messages(f"{EVENING}```\nEnjoy!") == [f"{LAST + 1}:1: {told('```', ' and all below it')}"]


def test_indented_fences() -> None:
    """A whole that is indented is read so."""
    text = "  ```yaml\n" + "".join(f"  {line}\n" for line in EVENING.splitlines()) + "  ```\n"
    assert messages(text) == [f"1:3: {told('```')}", f"{LAST + 2}:3: {told('```')}"]


def test_all_else_is_told_with_them() -> None:
    """The errors of the routine have their own places."""
    assert messages("```\n" + EVENING.replace("45s", "45x") + "```\n")[1] == (
        '6:11: hold: "45x" is not a duration; write it like 30s, 1m30s or 1:30'
    )


def test_fences_in_a_text() -> None:
    """Inside a text they are letters, also beside an error."""
    assert told_of(("hold: 45s", "hold: 45x\n    how: |\n      ```\n      Sit.\n      ```")) == [
        '5:11: hold: "45x" is not a duration; write it like 30s, 1m30s or 1:30'
    ]

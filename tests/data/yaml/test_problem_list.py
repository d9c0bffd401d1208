"""The problems of a file: each once, and not too many."""

from tests.data.routines.reader.routine_readings import messages


def test_an_error_in_a_shared_stretch_is_told_once() -> None:
    """An alias does not repeat the errors of its anchor."""
    text = "title: T\nstretches:\n  - &a {name: A, hold: 3x}\n  - *a\n  - *a\n"
    assert messages(text) == ['3:24: hold: "3x" is not a duration; write it like 30s, 1m30s or 1:30']


def test_very_many_errors_are_counted() -> None:
    """After a hundred problems the rest are counted."""
    text = "title: T\n" + "".join(f"key{i}: 1\n" for i in range(999)) + "stretches: []\n"
    found = messages(text)
    assert len(found) == 101
    assert found[99].startswith("101:1: key99: is not a key of a routine")
    assert found[100] == "102:1: from here on there are 900 more problems; mend the others first"


def test_endless_errors_end_the_reading() -> None:
    """With thousands of problems the count is a lower bound."""
    text = "title: T\n" + "".join(f"key{i}: 1\n" for i in range(2500))
    assert messages(text)[-1] == (
        "102:1: from here on there are at least 1900 more problems; mend the others first"
    )

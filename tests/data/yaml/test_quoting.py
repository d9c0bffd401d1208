"""How a message shows what was found."""

from tests.data.routines.reader.routine_readings import messages, routine_with


def test_messages_stay_on_one_line() -> None:
    """What was found is shortened, and its unprintable characters are escaped."""
    text = routine_with('"a\\n\\u2028\\0": 1\nrounds: "1\\n2"')
    found = messages(text)
    assert found[0].startswith("2:1: a\\n\\u2028\\x00: is not a key of a routine")
    assert found[1] == '3:9: rounds: "1\\n2" is not a whole number from 1 to 20'

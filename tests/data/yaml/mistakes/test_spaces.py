"""Spaces of other kinds, and characters that nobody sees, where YAML takes plain spaces alone."""

import pytest

from tests.data.routines.reader.routine_readings import messages
from tests.data.yaml.mistakes.told_mistakes import EVENING, told_of

NO_BREAK = "a no-break space (U+00A0) stands where only plain spaces may; type a plain space in its place"
ZERO_WIDTH = "an invisible zero width space (U+200B) stands here; delete it"
TAB = "a tab stands where YAML allows only spaces; indent with spaces"


@pytest.mark.parametrize(
    ("space", "message"),
    [
        ("\xa0" * 4, NO_BREAK),
        ("\xa0 \xa0 ", NO_BREAK),
        ("\xa0" * 6, NO_BREAK),
        ("\xa0" * 2, NO_BREAK),
        (
            "\u2003" * 4,
            "an em space (U+2003) stands where only plain spaces may; type a plain space in its place",
        ),
        (
            "\u3000" * 2,
            "a wide space (U+3000) stands where only plain spaces may; type a plain space in its place",
        ),
        ("\t", TAB),
        ("\t\t", TAB),
        ("\u200b    ", ZERO_WIDTH),
        ("\u200e    ", "an invisible left-to-right mark (U+200E) stands here; delete it"),
    ],
)
def test_indentation(space: str, message: str) -> None:
    """An odd space before a key is told at its place, and the key is read in the column that was meant."""
    assert told_of(("    hold: 45s", f"{space}hold: 45s")) == [f"5:1: {message}"]


@pytest.mark.parametrize("sign", ["|", ">"])
def test_indentation_of_a_long_text(sign: str) -> None:
    """Each of its lines with odd spaces is told, and no line below it."""
    text = f"how: {sign}\n    \xa0\xa0Sit.\n      \n    \xa0\xa0Lean.\n    hold: 45s"
    assert told_of(("hold: 45s", text)) == [f"6:5: {NO_BREAK}", f"8:5: {NO_BREAK}"]


def test_each_line_is_told() -> None:
    """Each line with odd spaces is told at the first of them, and every other error with them."""
    assert told_of(
        ("    hold: 45s", "\t\thold: 45x"),
        ("  - name: Quad", "\xa0 - name: Quad"),
        ("    hold: 30s", "  \xa0 hold: 30s"),
    ) == [
        f"5:1: {TAB}",
        '5:9: hold: "45x" is not a duration; write it like 30s, 1m30s or 1:30',
        f"9:1: {NO_BREAK}",
        f"11:3: {NO_BREAK}",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("hold: 45s", "hold:\xa045s", f"5:10: hold: {NO_BREAK}"),
        ("title: Evening", "title:\u200bEvening", f"1:7: title: {ZERO_WIDTH}"),
        ("stretches:\n", "stretches:\xa0\n", f"3:11: stretches: {NO_BREAK}"),
        ("  - name: Butterfly", "  -\xa0name: Butterfly", f"4:4: {NO_BREAK}"),
        ("  - name: Butterfly", "  -\tname: Butterfly", f"4:4: {TAB}"),
        ("- Sit tall.", "-\u200bSit tall.", f"7:8: {ZERO_WIDTH}"),
        ("at: halfway", "at:\xa0halfway", f"8:13: at: {NO_BREAK}"),
        ("name: B", "na\u200bme: B", f"4:7: name: {ZERO_WIDTH}"),
        ("name: B", "name\u200b: B", f"4:9: name: {ZERO_WIDTH}"),
        ("title: Evening", "\u200btitle: Evening", f"1:1: {ZERO_WIDTH}"),
        ("hold: 45s", "hold: 45s\u200b", f"5:14: hold: {ZERO_WIDTH}"),
        ("Evening", "Even\ufeffing", "1:12: the invisible character U+FEFF is not allowed; delete it"),
    ],
)
def test_elsewhere(right: str, wrong: str, message: str) -> None:
    """After a colon or a dash, and in a key, each is told where it stands."""
    assert told_of((right, wrong)) == [message]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Evening", "Evening\xa0!"),
        ("45s", "45\xa0s"),
        ("hold:", "hold\xa0:"),
        ("Sit tall.", "\u200bSit\u200b tall.\u3000"),
        ("hold: 45s", "hold: 45s # in\xa0all\u200b"),
        ("hold: 45s", "hold:\t45s\t# in all\t"),
        ("stretches:\n", "stretches: \t \n"),
        ("[hips]", "[\thips,\tlegs\t]\t"),
        ("Evening", "'Evening'\t"),
        ("hold: 45s", "hold: 45s\n    how: Sit\ttall,\t\n      \tand lean. \t # quick"),
    ],
)
def test_in_a_text_they_do_no_harm(right: str, wrong: str) -> None:
    """Texts and comments may have any space."""
    assert told_of((right, wrong)) == []


def test_a_whole_file_in_tabs() -> None:
    """A file that is indented by tabs alone has no other error."""
    text = EVENING.replace("      ", "\t\t\t").replace("    ", "\t\t").replace("  - n", "\t- n")
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith("\t")]
    assert told_of((EVENING, text)) == [f"{line}:1: {TAB}" for line in lines]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("  - name: Quad", "\xa0\n  - name: Quad", "9:1"),
        ("  - name: Quad", "  \u3000 \n  - name: Quad", "9:3"),
        ("title: ", "\xa0\ntitle: ", "1:1"),
        ("stretches:\n", "stretches:\n\xa0\n", "4:1"),
        ("hold: 30s\n", "hold: 30s\n\xa0", "12:1"),
        ("  - name: Quad", "\xa0 # the other\n  - name: Quad", "9:1"),
        ("hold: 45s", "how: |\n      Sit.\n\xa0\n      Lean.\n    hold: 45s", "7:1"),
    ],
)
def test_a_line_that_looks_empty(right: str, wrong: str, place: str) -> None:
    """A page or a letter parts its paragraphs so: it is told where it stands, and nothing else is."""
    (told,) = told_of((right, wrong))
    assert told.startswith(f"{place}: a")
    assert "stands where only plain spaces may" in told


def test_an_empty_line_that_does_no_harm() -> None:
    """Further in than the text above, an odd space belongs to that, and is not told beside another error."""
    change = ("    hold: 45s\n", "    how: Sit.\n      \xa0\n    hold: 45s\n")
    assert told_of(change) == []
    assert told_of(change, ("30s", "@x")) == ['13:11: a text cannot begin with "@"; put it in quotes']


TABS_FIRST = "title: E\nstretches:\n\t- name: A\n      hold: 45s\n\t- name: B\n      hold: 30s\n"
TABS_BELOW = (
    "title: E\nstretches:\n- name: A\n\thold: 45s\n\tcues:\n\t- Sit.\n\t- Lean.\n- name: B\n\thold: 30s\n"
)
TABS_INSIDE = "title: E\nstretches:\n  - name: A\n    hold: 45s\n    cues:\n\t- Sit.\n\t- Lean.\n  - name: B\n    hold: 3s\n"


@pytest.mark.parametrize(
    "text", [TABS_FIRST, TABS_BELOW, TABS_INSIDE, TABS_FIRST.replace("- n", "-\tn").replace("      ", "    ")]
)
def test_tabs_and_spaces_together(text: str) -> None:
    """What is indented by tabs fits what is indented by spaces, however wide a tab is drawn: the tabs alone are told."""
    lines = {number for number, line in enumerate(text.split("\n"), start=1) if "\t" in line}
    told = messages(text)
    assert {int(line.partition(":")[0]) for line in told} == lines
    assert all(line.endswith(TAB) for line in told)

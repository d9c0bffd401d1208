"""Dashes and colons that YAML does not take for what they are meant."""

# ruff: noqa: RUF001 - it is such characters that are tried

import pytest

from tests.data.yaml.mistakes.told_mistakes import told_of


@pytest.mark.parametrize("below", ["    hold: 45s\n    cues:\n", "   hold: 45s\n   cues:\n"])
@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("-", "a space is missing after the dash"),
        *((mark, f'"{mark}" does not begin an entry of a list') for mark in "*•–—·−－‣●"),
    ],
)
def test_a_stretch(mark: str, message: str, below: str) -> None:
    """What stands for the dash of a stretch, without a space, is told; its keys may stand below its name."""
    assert told_of(("- name: B", f"{mark}name: B"), ("    hold: 45s\n    cues:\n", below)) == [
        f'4:3: stretches: {message}; write "- name: Butterfly"'
    ]


@pytest.mark.parametrize("mark", ["* ", "• ", "– ", "—  ", "·\xa0", "+ ", "1. ", "1) "])
def test_a_cue(mark: str) -> None:
    """What stands for the dash of a cue, with a space, is told."""
    assert told_of(("- Sit tall.", f"{mark}Sit tall.")) == [
        f'7:7: cues: "{mark.strip()}" does not begin an entry of a list; write "- Sit tall."'
    ]


@pytest.mark.parametrize("mark", ["o\t", "§ ", "\xd8  ", "\uf0b7\t", "👉 ", "✔️ ", "☐ "])
def test_a_bullet_of_another_font(mark: str) -> None:
    """A letter or a picture before the first key of an entry is told there, and no line below it."""
    shown = mark.strip().replace("\uf0b7", r"\uf0b7")
    assert told_of(("- name: B", f"{mark}name: B")) == [
        f'4:3: stretches: "{shown}" does not begin an entry of a list; write "- name: Butterfly"'
    ]


@pytest.mark.parametrize("box", ["[ ]", "[x]"])
def test_a_box_to_tick(box: str) -> None:
    """A list of tasks has it behind each dash."""
    told = f'"{box}" is no part of an entry; delete it'
    wrong = (("- name: B", f"- {box} name: B"), ("- Sit tall.", f"- {box} Sit tall."))
    assert told_of(*wrong) == [f"4:5: {told}", f"7:9: {told}"]


@pytest.mark.parametrize(
    "line", ["———", "—-", "----", "***", "© 2026 Anna", "My routine", "  My routine", "# a\n===", "-Anna"]
)
def test_a_line_above_the_first_key(line: str) -> None:
    """It is told itself, and not the colon below it."""
    shown, number = line.splitlines()[-1].strip(), len(line.splitlines())
    column = len(line) - len(line.lstrip(" ")) + 1
    told = f'{number}:{column}: "{shown}" is no key; delete this line, or begin it with "#"'
    assert told_of(("title: E", f"{line}\n\ntitle: E")) == [told]


@pytest.mark.parametrize("line", ["title Evening", "Title = Evening"])
def test_a_first_key_with_no_colon(line: str) -> None:
    """It is not told to be deleted."""
    assert not any("delete" in told for told in told_of(("title: Evening", line)))


def test_all_cues() -> None:
    """Where each entry lacks its space they are no list at all; each is told."""
    assert told_of(
        ("- Sit tall.", "-Sit tall."), ("- {at: halfway, say: Breathe out.}", "-5 more breaths")
    ) == [
        '7:7: cues: a space is missing after the dash; write "- Sit tall."',
        '8:7: cues: a space is missing after the dash; write "- 5 more breaths"',
    ]


def test_a_cue_in_two_lines() -> None:
    """The keys of an entry stand in the column of its first one, which a space moves on."""
    assert told_of(("- {at: halfway, say: Breathe out.}", "-at: halfway\n       say: Out.")) == [
        '8:7: cues: a space is missing after the dash; write "- at: halfway"'
    ]


@pytest.mark.parametrize("mark", ["1. ", "•   ", "–    "])
def test_marks_of_another_width(mark: str) -> None:
    """The keys below a name stand where they would with a dash, however far in the name is."""
    assert told_of(("- name: B", f"{mark}name: B")) == [
        f'4:3: stretches: "{mark.strip()}" does not begin an entry of a list; write "- name: Butterfly"'
    ]


def test_a_mistake_that_is_not_the_only_one_of_its_line() -> None:
    """What makes the line no YAML, too, is told when the mistake is mended."""
    assert told_of(("hold: 45s", "hold:45s: 3"), ("title: E", "title:E")) == [
        '1:6: title: a space is missing after the colon; write "title: Evening"',
        '5:9: hold: a space is missing after the colon; write "hold: 45s: 3"',
    ]


def test_marks_at_the_left_edge() -> None:
    """A list may stand below its key."""
    assert told_of(
        ("  - name: B", "• name: B"), ("    hold: 45s\n    cues:\n", "  hold: 45s\n  cues:\n"),
        ("  - name: Q", "-name: Q"), ("    sides: each\n    hold:", "  sides: each\n  hold:"),
    ) == [
        '4:1: stretches: "•" does not begin an entry of a list; write "- name: Butterfly"',
        '9:1: stretches: a space is missing after the dash; write "- name: Quad pull"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Evening", "– Evening –"),
        ("hold: 45s", "hold: 45s\n    how: Sit\n      -tall\n      • and straight."),
        ("hold: 45s", "hold: 45s\n    how: |\n      -name: A\n      • hold:45s\n      “a: b”"),
        ("Sit tall.", "Sit\n        – tall."),
        ("Sit tall.", "-10 is cold"),
        ("[hips]", "['-hips', '•legs']"),
    ],
)
def test_in_a_text_they_do_no_harm(right: str, wrong: str) -> None:
    """Texts may hold dashes, also on the lines with which they go on, and also beside an error."""
    assert told_of((right, wrong)) == []
    told = told_of((right, wrong), ("hold: 30s", "hold: 30x"))
    assert [message.split(": ", 1)[1] for message in told] == [
        'hold: "30x" is not a duration; write it like 30s, 1m30s or 1:30'
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("hold: 45s", "hold:45s", '5:9: hold: a space is missing after the colon; write "hold: 45s"'),
        ("title: E", "title:E", '1:6: title: a space is missing after the colon; write "title: Evening"'),
        ("name: B", "name:B", '4:9: name: a space is missing after the colon; write "name: Butterfly"'),
        (
            "at: halfway",
            "at:halfway",
            '8:12: at: a space is missing after the colon; write "at: halfway"',
        ),
        ("[hips]", "[hips]\nrest:3s", '3:5: rest: a space is missing after the colon; write "rest: 3s"'),
        (
            "tags: [hips]",
            "tags:[hips]",
            '2:5: tags: a space is missing after the colon; write "tags: [hips]"',
        ),
        ("hold: 45s", "hold：45s", '5:9: hold: "：" is a full-width colon, no ":"; write "hold: 45s"'),
        ("hold: 45s", "hold： 45s", '5:9: hold: "：" is a full-width colon, no ":"; write "hold: 45s"'),
        (
            "stretches:",
            "stretches：",
            '3:10: stretches: "：" is a full-width colon, no ":"; write "stretches:"',
        ),
        (
            "at: halfway",
            "at：halfway",
            '8:12: at: "：" is a full-width colon, no ":"; write "at: halfway"',
        ),
        ("name: B", "name∶ B", '4:9: name: "∶" is a ratio, no ":"; write "name: Butterfly"'),
    ],
)
def test_colons(right: str, wrong: str, message: str) -> None:
    """A colon with no space behind it, or of another alphabet, is told where it stands."""
    assert told_of((right, wrong)) == [message]


@pytest.mark.parametrize("wrong", ["Sit:tall", "1:30 to go", "深呼吸：ゆっくり", "https://example.org"])
def test_colons_in_a_text(wrong: str) -> None:
    """They are letters where no known key stands before them."""
    assert told_of(("Sit tall.", wrong)) == []


def test_wide_brackets_and_commas() -> None:
    """A Chinese or Japanese keyboard writes its own: each is told, and a text keeps them."""
    means = "means nothing to YAML"
    assert told_of(
        ("[hips]", "【hips，legs】"), ("{at: halfway, say: Breathe out.}", "｛at：halfway，say：背筋、息｝")
    ) == [
        f'2:7: tags: "【" {means}; write [',
        '2:12: tags: "，" does not part two entries; write a plain comma and a space',
        f'2:17: tags: "】" {means}; write ]',
        f'8:9: cues: "｛" {means}; write {{',
        '8:12: at: "：" is a full-width colon, no ":"; write "at: halfway"',
        '8:20: at: "，" does not part two entries; write a plain comma and a space',
        '8:24: say: "：" is a full-width colon, no ":"; write "say: 背筋、息"',
        f'8:29: cues: "｝" {means}; write }}',
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            "[hips]",
            "hips, evening",
            '2:7: tags: "hips, evening" is not one word; write a list: [hips, evening]',
        ),
        ("[hips]", "(hips, legs)", '2:7: tags: "(hips, legs)" is not one word; write a list: [hips, legs]'),
        ("[hips]", "朝、夜", '2:7: tags: "朝、夜" is not one word; write a list: [朝, 夜]'),
        (
            "sides: each",
            "muscles: glutes, hamstrings",
            (
                '10:14: warning: muscles: "glutes, hamstrings" is not a muscle that the app knows; '
                "write a list: [glutes, hamstrings]"
            ),
        ),
        ("[hips]", "\n  -hips", '3:3: warning: tags: "-hips" has no dash of an entry; write "- hips"'),
        (
            "sides: each",
            "muscles: -glutes",
            '10:14: warning: muscles: "-glutes" is not a muscle that the app knows; write "- glutes"',
        ),
    ],
)
def test_one_text_for_a_list(right: str, wrong: str, message: str) -> None:
    """Commas with no brackets, and a dash with no space, make no list: what to write is told."""
    assert told_of((right, wrong)) == [message]

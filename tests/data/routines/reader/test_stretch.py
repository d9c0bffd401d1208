"""One stretch: its texts, its gaps, its muscles and its figure."""

import pytest

from tests.data.routines.reader.routine_readings import messages, read, routine_of, stretch_of, stretch_with


def test_block_texts_keep_their_lines() -> None:
    """`how: |` keeps line breaks."""
    assert stretch_of("name: A", "hold: 30", "how: |", "  Stand.", "  Lean.").how == "Stand.\nLean."


def test_what_stands_twice_in_a_list_counts_once() -> None:
    """A muscle or tag that is repeated is one muscle or tag."""
    text = "title: T\ntags: [a, b, a]\nstretches: [{name: A, hold: 9, muscles: [core, neck, core, neck]}]"
    routine = routine_of(text)
    assert (routine.tags, routine.stretches[0].muscles) == (("a", "b"), ("core", "neck"))


@pytest.mark.parametrize(("key", "longest"), [("name", 60), ("how", 500), ("why", 500), ("figure", 80)])
def test_texts_of_a_stretch(key: str, longest: int) -> None:
    """The texts of a stretch have their limits."""
    name = [] if key == "name" else ["name: A"]
    assert getattr(stretch_of("hold: 30", *name, f"{key}: {'x' * longest}"), key) == "x" * longest
    found = messages(stretch_with("hold: 30", *name, f"{key}: {'x' * (longest + 1)}"))
    assert len(found) == 1
    assert f'{key}: "{"x" * 37}..." has {longest + 1} characters; write text of 1 to ' in found[0]


@pytest.mark.parametrize("key", ["rest", "switch"])
def test_gaps_of_a_stretch(key: str) -> None:
    """A stretch's own gaps have the same limits."""
    assert getattr(stretch_of("name: A", "hold: 30", f"{key}: 5:00"), f"{key}_seconds") == 300.0
    assert messages(stretch_with("name: A", "hold: 30", f"{key}: 5:01")) == [
        f'5:{len(key) + 7}: {key}: "5:01" is out of range; write a duration from 0s to 5m'
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["name: A"], "3:5: hold: is missing; write a duration from 1s to 30m"),
        (["hold: 30"], "3:5: name: is missing; write text of 1 to 60 characters"),
        (["name:", "hold: 30"], "3:10: name: is empty; write text of 1 to 60 characters"),
        (["name: ' '", "hold: 30"], "3:11: name: is empty; write text of 1 to 60 characters"),
        (
            ['name: "a\\nb"', "hold: 30"],
            ('3:11: name: "a\\nb" has more than one line; write it on one line, or with ">" instead of "|"'),
        ),
        (
            ["name: A", "hold: 30", "kind: strech"],
            '5:11: kind: "strech" is not allowed; write stretch or strength; did you mean "stretch"?',
        ),
        (
            ["name: A", "hold: 30", "cues:", "- Breathe: in and out"],
            (
                "6:7: cues: is a mapping; write text of 1 to 140 characters, or {at: halfway, say: TEXT} "
                '(a text that contains ": " needs quotes)'
            ),
        ),
        (
            ["name: A", "hold: 30", "cues: [{at: 30.001, say: Now.}]"],
            '5:17: at: "30.001" is outside the hold of 30s; write a time inside it, such as halfway',
        ),
        (
            ["name: A", "hold: 30", "cues: [{at: -31s, say: Now.}]"],
            '5:17: at: "-31s" is outside the hold of 30s; write a time inside it, such as halfway',
        ),
        (
            ["name: A", "sides: {left: 45s, right: 60s}", "cues: [{at: 50s, say: Now.}]"],
            '5:17: at: "50s" is outside the hold of 45s; write a time inside it, such as halfway',
        ),
        (
            ["name: A", "sides: {left: 60s, right: 45s}", "cues: [{at: -50s, say: Now.}]"],
            '5:17: at: "-50s" is outside the hold of 45s; write a time inside it, such as halfway',
        ),
    ],
)
def test_errors_of_a_stretch(lines: list[str], message: str) -> None:
    """A wrong line in a stretch is one error."""
    assert messages(stretch_with(*lines)) == [message]


@pytest.mark.parametrize(
    "figure", ["../secret", "a/b", "/etc/passwd", "a\\b", "..", ".", "a..b", "C:pose", "..\\x"]
)
def test_a_figure_cannot_leave_its_folder(figure: str) -> None:
    """A figure is a plain name, never a path."""
    assert messages(stretch_with("name: A", "hold: 30", f"figure: '{figure}'")) == [
        (
            f'5:13: figure: "{figure}" is not allowed; '
            "write the plain name of a picture, at most 80 characters, without / \\ : or .."
        )
    ]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("Lean", '"Lean" is not a stretch; write a mapping with name, hold and so on'),
        ("[a]", "is a list; write a mapping with name, hold and so on"),
        ("", "is empty; write a mapping with name, hold and so on"),
    ],
)
def test_an_entry_that_is_no_stretch(entry: str, message: str) -> None:
    """A stretch is a mapping."""
    assert messages(f"title: T\nstretches:\n- {entry}\n- {{name: A, hold: 9}}\n")[0].endswith(
        f": stretches: {message}"
    )


def test_unknown_muscle() -> None:
    """An unknown muscle is kept, with a warning that names the nearest known one."""
    reading = read(stretch_with("name: A", "hold: 9", "muscles: [glutes, Hip-Flexor, xyz]"))
    assert [str(problem) for problem in reading.problems] == [
        (
            'hips.yaml:5:23: warning: muscles: "Hip-Flexor" is not a muscle that the app knows; '
            'did you mean "hip_flexors"?'
        ),
        (
            'hips.yaml:5:35: warning: muscles: "xyz" is not a muscle that the app knows; the app knows '
            "it_band, hip_flexors, adductors, quadriceps, glutes, hamstrings, calves, lower_back, "
            "upper_back, chest, shoulders, neck, core, arms, feet"
        ),
    ]
    assert reading.routine is not None
    assert reading.routine.stretches[0].muscles == ("glutes", "Hip-Flexor", "xyz")


def test_a_stretch_has_the_routines_language_or_its_own() -> None:
    """Norwegian's is not YAML's word for false."""
    text = "title: T\nlanguage: no\nstretches:\n  - {name: A, hold: 9}\n  - {name: B, hold: 9, language: pt-BR}\n"
    assert [stretch.language for stretch in routine_of(text).stretches] == ["no", "pt-BR"]
    assert stretch_of("name: A", "hold: 30").language == ""


@pytest.mark.parametrize("language", ["German", "d", "en-", "de/en", "x.de"])
def test_what_is_no_language(language: str) -> None:
    """A word for it is none of its tags."""
    (found,) = messages(stretch_with("name: A", "hold: 30", f"language: {language}"))
    wanted = "write the tag of a language, such as en, de, pt-BR or zh-Hant"
    assert found == f'5:15: language: "{language}" is not the tag of a language; {wanted}'


@pytest.mark.parametrize(
    ("language", "meant"),
    [
        ("de_DE", "de-DE"),
        ("zh_Hant_TW", "zh-Hant-TW"),
        ("de_DE.UTF-8", "de-DE"),
        ("de DE", "de-DE"),
        ("de - DE", "de-DE"),
        ("de\u2013DE", "de-DE"),
    ],
)
def test_a_language_as_systems_write_it(language: str, meant: str) -> None:
    """With another sign between its parts, or an encoding behind it: how it is written here."""
    (found,) = messages(stretch_with("name: A", "hold: 30", f"language: {language}"))
    assert found == f'5:15: language: "{language}" is not the tag of a language; did you mean "{meant}"?'

"""A number of a stretch changes where it is written, or is put in where it is not."""

from textwrap import dedent

import pytest

from routine_app.core.routine.repository import (
    ChangeNumber,
    MoveStretch,
    NumberField,
)
from tests.data.routines.edits.edited_texts import checked, edited, hold, refusal, stretch


class TestTurning:
    """One number changes, in the spelling of its author."""

    @pytest.mark.parametrize(
        ("before", "by", "after"),
        [
            ("30", 5, "35"),
            ("30s", 5, "35s"),
            ("30s", -5, "25s"),
            ("1m30s", 5, "1m35s"),
            ("1:30", 5, "1:35"),
            ("90 s", 5, "95 s"),
            ("1.5m", 5, "1m35s"),
            ('"30s"', 5, '"35s"'),
            ("'30s'", 5, "'35s'"),
            ("' 30s '", 5, "' 35s '"),
            (r'"\x33\x30s"', 5, '"35s"'),
            ("&long 30s", 5, "&long 35s"),
            ('&long "30s"', 5, '&long "35s"'),
            ("30s  # \U0001f9d8 30s\t30s", 5, "35s  # \U0001f9d8 30s\t30s"),
            ("  # below\n      30s  # here", 5, "  # below\n      35s  # here"),
            ("&long  # below\n      # and\n      30s", 5, "&long  # below\n      # and\n      35s"),
            ("|  # in lines\n      30s", 5, "|  # in lines\n      35s"),
            (">-\n\n      30s\n", 5, ">-\n\n      35s\n"),
            ("1m\n      30s", 5, "1m\n      35s"),
            ("3s", -5, "1s"),
            ("29m58s", 5, "30m"),
        ],
    )
    def test_a_hold_changes_where_it_is_written(self, before: str, by: int, after: str) -> None:
        """Only its own characters do."""
        text = stretch("name: A", f"hold: {before}", "sides: each")
        assert edited(text, hold(by)) == stretch("name: A", f"hold: {after}", "sides: each")

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_places_are_right_after_any_character(self, line_break: str, mark: str) -> None:
        """Byte order mark, line breaks of two characters, and characters of four bytes."""
        lines = "title: \U0001f9d8\U00010348 é\nstretches:\n- name: \U0001f9d8  # \U0001f9d8\n  hold: '{}'\n"
        text = mark + lines.replace("\n", line_break)
        assert edited(text.format("30s"), hold(5)) == text.format("35s")

    def test_each_side_has_its_own_hold(self) -> None:
        """In a mapping in braces or in lines."""
        flow = stretch("name: A", "sides: {{left: {}, right: {}}}")
        assert edited(flow.format("45s", "1m"), ChangeNumber(0, NumberField.LEFT_HOLD, 5)) == flow.format(
            "50s", "1m"
        )
        block = stretch("name: A", "sides:", "  right: {}  # weak", "  left: {}", "first: right")
        assert edited(block.format("45s", "1m"), ChangeNumber(0, NumberField.RIGHT_HOLD, -5)) == block.format(
            "40s", "1m"
        )

    def test_a_hold_for_both_sides_has_no_sides(self) -> None:
        """And the other way round."""
        assert refusal(
            stretch("name: A", "hold: 30s", "sides: each"), ChangeNumber(0, NumberField.LEFT_HOLD, 5)
        ) == ("Both sides of this stretch share one hold; change that one.")
        assert refusal(stretch("name: A", "sides: {left: 1m, right: 1m}"), hold(5)) == (
            "Each side of this stretch has a hold of its own; change the left or the right."
        )

    def test_sets_and_rest_change_where_they_are_written(self) -> None:
        """Zero seconds of rest too."""
        text = stretch("name: A", 'sets: "{}"', "hold: 30s", "rest: {}")
        assert edited(text.format(2, "0"), ChangeNumber(0, NumberField.SETS, 1)) == text.format(3, "0")
        assert edited(text.format(2, "0"), ChangeNumber(0, NumberField.REST, 5)) == text.format(2, "5")

    @pytest.mark.parametrize(
        ("lines", "edit", "sentence"),
        [
            (("hold: 1s",), hold(-5), "1s is the least that a hold can be."),
            (("hold: 30m",), hold(5), "30m is the most that a hold can be."),
            (
                ("hold: 30s",),
                ChangeNumber(0, NumberField.SETS, -1),
                "1 is the least that the number of sets can be.",
            ),
            (
                ("hold: 3s", "sets: 20"),
                ChangeNumber(0, NumberField.SETS, 1),
                "20 is the most that the number of sets can be.",
            ),
            (
                ("hold: 3s", "rest: 0"),
                ChangeNumber(0, NumberField.REST, -5),
                "0s is the least that a rest can be.",
            ),
            (
                ("hold: 3s", "rest: 5m"),
                ChangeNumber(0, NumberField.REST, 5),
                "5m is the most that a rest can be.",
            ),
        ],
    )
    def test_there_is_a_least_and_a_most(
        self, lines: tuple[str, ...], edit: ChangeNumber, sentence: str
    ) -> None:
        """The reader's own limits; who is there already is told so."""
        assert refusal(stretch("name: A", *lines), edit) == sentence

    def test_the_limits_are_the_reader_s(self) -> None:
        """What a turn cannot pass, the reader would not take."""
        for value in ("0.999s", "1800.001s"):
            (found,) = checked(stretch("name: A", f"hold: {value}"), "a.yaml")
            assert found.routine is None

    def test_no_such_stretch(self) -> None:
        """Counted from 1, as people do."""
        text = stretch("name: A", "hold: 30s")
        assert refusal(text, hold(5, stretch=1)) == "There is no stretch 2 in this routine."
        assert refusal(text, hold(5, stretch=-1)) == "There is no stretch 0 in this routine."


class TestInserting:
    """A number that is not written gets a line of its own."""

    def test_sets_come_below_the_hold(self) -> None:
        """With its indentation, after its comment."""
        assert edited(
            stretch("name: A", "hold: 30s  # long", "how: Sit."), ChangeNumber(0, NumberField.SETS, 1)
        ) == (stretch("name: A", "hold: 30s  # long", "sets: 2", "how: Sit."))

    def test_sets_come_below_the_sides_that_have_the_holds(self) -> None:
        """Below the last of their lines."""
        sides = ("sides:", "  left: 45s", "  right: 1m  # weak")
        assert edited(
            stretch("name: A", *sides, "# why", "why: So."), ChangeNumber(0, NumberField.SETS, 2)
        ) == (stretch("name: A", *sides, "sets: 3", "# why", "why: So."))

    def test_the_hold_may_be_the_first_key(self) -> None:
        """Or stand on the line of its dash."""
        assert edited(stretch("hold: 30s", "name: A"), ChangeNumber(0, NumberField.SETS, 1)) == (
            stretch("hold: 30s", "sets: 2", "name: A")
        )

    @pytest.mark.parametrize(
        ("rest", "inserted"), [("", "15s"), ("rest: 0:20\n", "0:25"), ("rest: '8 s'\n", "13 s")]
    )
    def test_a_rest_begins_from_the_routine_s(self, rest: str, inserted: str) -> None:
        """In its spelling."""
        text = f"title: Hips\n{rest}stretches:\n- name: A\n  hold: 30s\n"
        assert edited(text, ChangeNumber(0, NumberField.REST, 5)) == f"{text}  rest: {inserted}\n"

    def test_a_last_line_without_a_break(self) -> None:
        """It still has none after it."""
        text = "title: Hips\r\nstretches:\r\n- name: A\r\n  hold: 30s  # long"
        assert edited(text, ChangeNumber(0, NumberField.SETS, 1)) == f"{text}\r\n  sets: 2"

    def test_line_breaks_are_the_file_s(self) -> None:
        """Carriage returns too."""
        text = "title: Hips\r\nstretches:\r\n-   name: A\r\n    hold: 30s\r\n"
        assert edited(text, ChangeNumber(0, NumberField.SETS, 1)) == f"{text}    sets: 2\r\n"

    def test_line_breaks_of_two_kinds(self) -> None:
        """The new line ends as the one above it."""
        text = "title: Hips\nstretches:\n- name: A\n  hold: 30s\r\n"
        assert edited(text, ChangeNumber(0, NumberField.SETS, 1)) == f"{text}  sets: 2\r\n"

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("{name: A, hold: 30s}", "{name: A, hold: 30s, sets: 2}"),
            ("{hold: 30s , name: A}", "{hold: 30s, sets: 2 , name: A}"),
            ("{name: A, sides: {left: 1m, right: 1m}}", "{name: A, sides: {left: 1m, right: 1m}, sets: 2}"),
            (
                "{name: A,\n     hold: 30s,  # long\n    }",
                "{name: A,\n     hold: 30s, sets: 2,  # long\n    }",
            ),
            ('{"name": "A", "hold": "30s"}', '{"name": "A", "hold": "30s", "sets": 2}'),
        ],
    )
    def test_a_mapping_in_braces_grows_inside(self, before: str, after: str) -> None:
        """After the hold."""
        assert edited(stretch(before), ChangeNumber(0, NumberField.SETS, 1)) == stretch(after)

    def test_json_stays_json(self) -> None:
        """Keys and durations keep their quotes."""
        text = '{"title": "Hips", "stretches": [{"name": "A", "hold": "30s"}]}'
        assert edited(text, ChangeNumber(0, NumberField.REST, 5)) == (
            '{"title": "Hips", "stretches": [{"name": "A", "hold": "30s", "rest": "15s"}]}'
        )


class TestAnchors:
    """What is said once for several places changes in one of them alone, or not at all."""

    TEXT = dedent("""\
        title: Hips
        stretches:
          - name: A
            hold: &long 90s  # for all
          - name: B
            hold: *long  # as A
          - &c
            name: C
            sides: &both {left: 45s, right: 1m}
          - *c
          - {name: D, sides: *both}
          - {name: E, sides: {left: *long , right: &own 20s}}
        """)

    def test_an_alias_gives_way_to_the_number(self) -> None:
        """In the spelling of what it stood for."""
        assert edited(self.TEXT, hold(5, stretch=1)) == self.TEXT.replace("*long  # as A", "95s  # as A")
        assert edited(self.TEXT, ChangeNumber(5, NumberField.LEFT_HOLD, 5)) == self.TEXT.replace(
            "*long ,", "95s ,"
        )

    def test_an_anchor_that_nobody_repeats_stays(self) -> None:
        """Its number changes."""
        assert edited(self.TEXT, ChangeNumber(5, NumberField.RIGHT_HOLD, 5)) == self.TEXT.replace(
            "&own 20s", "&own 25s"
        )

    @pytest.mark.parametrize(
        ("edit", "sentence"),
        [
            (
                hold(5),
                (
                    "This number is repeated elsewhere by its anchor, and would change there too; "
                    "change it in the text."
                ),
            ),
            (
                ChangeNumber(2, NumberField.SETS, 1),
                (
                    "This stretch is repeated elsewhere by its anchor, and would change there too; "
                    "change it in the text."
                ),
            ),
            (
                ChangeNumber(3, NumberField.LEFT_HOLD, 5),
                "This stretch only repeats another one, *c; change that one in the text, or write this one out.",
            ),
            (
                ChangeNumber(4, NumberField.LEFT_HOLD, 5),
                (
                    "The sides only repeat those of another stretch, *both; change those in the text, "
                    "or write these out."
                ),
            ),
        ],
    )
    def test_what_others_repeat_is_not_changed(self, edit: ChangeNumber, sentence: str) -> None:
        """A sentence says why."""
        assert refusal(self.TEXT, edit) == sentence

    def test_sides_that_others_repeat_are_not_changed(self) -> None:
        """The stretch itself is nobody's."""
        text = stretch("name: A", "sides: &both {left: 45s, right: 1m}", "cues: []").replace(
            "\n\n#", "\n  - {name: B, sides: *both}\n#"
        )
        assert refusal(text, ChangeNumber(0, NumberField.LEFT_HOLD, 5)).startswith(
            "This pair of holds is repeated elsewhere"
        )
        assert edited(text, ChangeNumber(0, NumberField.SETS, 1)) == text.replace(
            "1m}\n    cues", "1m}\n    sets: 2\n    cues"
        )

    def test_an_alias_stays_below_its_anchor(self) -> None:
        """Whether it is the upper one that moves or the lower."""
        sentence = (
            "*long in stretch 2 repeats what stretch 1 has, and must stay below it; "
            "write out the value there, and move it then."
        )
        assert refusal(self.TEXT, MoveStretch(0, 1)) == sentence
        assert refusal(self.TEXT, MoveStretch(1, -1)) == sentence
        assert refusal(self.TEXT, MoveStretch(2, 1)).startswith("*c in stretch 4 repeats what stretch 3 has")

    def test_an_anchor_that_is_given_twice_is_not_mixed_up(self) -> None:
        """An alias stands for the last one before it."""
        text = dedent("""\
            title: Hips
            stretches:
              - {name: A, hold: &a 10s}
              - {name: B, hold: &a 20s}
              - {name: C, hold: *a }
            """)
        assert refusal(text, MoveStretch(0, 1)) == (
            "This is written in a way that only you can change; change it in the text."
        )
        assert edited(text, hold(5)) == text.replace("10s", "15s")

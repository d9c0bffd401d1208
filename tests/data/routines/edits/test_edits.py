"""Small changes of a routine's text: what they change, leave and refuse, with both of PyYAML's parsers."""

from textwrap import dedent

import pytest

from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import (
    ChangeNumber,
    CheckedText,
    MoveStretch,
    NumberField,
    RefusedEditError,
    RoutineTexts,
)
from routine_app.data.routines.texts import RoutineYaml
from tests.data.yaml.yaml_parsers import with_each_parser


def checked(text: str, *names: str) -> list[CheckedText]:
    """What a text says under each of these names."""

    def in_turn() -> list[CheckedText]:
        texts: RoutineTexts = RoutineYaml()
        return [texts.check(name, text) for name in names]

    return with_each_parser(in_turn)


def edited(text: str, edit: ChangeNumber | MoveStretch) -> str:
    """The text after an edit."""
    return with_each_parser(lambda: RoutineYaml().edited(text, edit))


def refusal(text: str, edit: ChangeNumber | MoveStretch) -> str:
    """The sentence with which an edit is refused."""
    return with_each_parser(lambda: sentence_of(text, edit))


def sentence_of(text: str, edit: ChangeNumber | MoveStretch) -> str:
    """The sentence with which an edit is refused with the parser of the moment."""
    with pytest.raises(RefusedEditError) as refused:
        RoutineYaml().edited(text, edit)
    return str(refused.value)


def hold(by: int, stretch: int = 0) -> ChangeNumber:
    """A turn of a stretch's hold."""
    return ChangeNumber(stretch, NumberField.HOLD, by)


def stretch(*lines: str) -> str:
    """A routine with one stretch of those lines, below a comment and above another key."""
    body = "\n    ".join(lines)
    return f"# Mine\ntitle: Hips  # short\nstretches:\n  - {body}\n\n# the end\ntags: [hips]\n"


class TestChecking:
    """What a text says."""

    def test_a_good_text_is_a_routine(self) -> None:
        """And its warnings are under the name that was given."""
        (found,) = checked(stretch("name: A", "muscles: glute", "hold: 30s"), "mine.yaml")
        assert found.routine is not None
        assert [(problem.file_name, problem.severity) for problem in found.problems] == [
            ("mine.yaml", Severity.WARNING)
        ]

    def test_a_bad_text_has_its_errors_under_each_name(self) -> None:
        """The same text can be two files."""
        first, second = checked(stretch("name: A", "hold: 3 min"), "a.yaml", "b.yaml")
        assert first.routine is None
        assert [str(problem)[:17] for problem in first.errors] == ["a.yaml:5:11: hold"]
        assert [str(problem)[:17] for problem in second.errors] == ["b.yaml:5:11: hold"]

    @pytest.mark.parametrize("text", ["", "\ufeff", "\ud83e", "title: \udc00\n", "\0", "x" * 300_000])
    def test_whatever_the_text_is_it_gets_an_error(self, text: str) -> None:
        """Half a character too, which an editor can hold and a file cannot."""
        (found,) = checked(text, "mine.yaml")
        assert found.routine is None
        assert len(found.errors) == 1

    def test_a_byte_order_mark_is_allowed(self) -> None:
        """As it is in a file."""
        (found,) = checked("\ufeff" + stretch("name: A", "hold: 30s"), "mine.yaml")
        assert found.problems == ()


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

    def test_a_turn_by_nothing_changes_nothing(self) -> None:
        """Not even what it would refuse."""
        assert edited(stretch("name: A", "hold: 1s"), hold(0)) == stretch("name: A", "hold: 1s")

    def test_no_such_stretch(self) -> None:
        """Counted from 1, as people do."""
        text = stretch("name: A", "hold: 30s")
        assert refusal(text, hold(5, stretch=1)) == "There is no stretch 2 in this routine."
        assert refusal(text, hold(5, stretch=-1)) == "There is no stretch 0 in this routine."

    def test_a_text_with_errors_is_mended_first(self) -> None:
        """The first error is told with its line."""
        assert refusal(stretch("name: A", "hold: 30s", "stes: 2"), hold(5)).startswith(
            "Mend the text first: line 6, stes: is not a key of a stretch; "
        )

    def test_a_turn_makes_no_error(self) -> None:
        """Such as a cue that would lie outside the hold."""
        text = stretch("name: A", "hold: 30s", "cues: [{at: 28s, say: Now.}]")
        assert refusal(text, hold(-5)) == (
            'The text would have an error with that: line 6, at: "28s" is outside the hold of 25s; '
            "write a time inside it, such as halfway."
        )


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


class TestMovingLines:
    """Two entries of a list with dashes change places with all their lines."""

    def test_comments_go_with_their_entry(self) -> None:
        """Those above it, in it, after its lines, and below it if they are deeper than its dash."""
        before = dedent("""\
            title: Hips
            stretches:
              # First: lean.
              - name: Lean  # slowly
                hold: 30s
                # sets: 2

              # Then reach,
              # as far as you can.
              - hold: 45s

                # Not too far.
                name: Reach  # far

            # The end.
            """)
        after = dedent("""\
            title: Hips
            stretches:
              # Then reach,
              # as far as you can.
              - hold: 45s

                # Not too far.
                name: Reach  # far

              # First: lean.
              - name: Lean  # slowly
                hold: 30s
                # sets: 2

            # The end.
            """)
        assert edited(before, MoveStretch(0, 1)) == after
        assert edited(before, MoveStretch(1, -1)) == after
        assert edited(after, MoveStretch(0, 1)) == before

    def test_what_belongs_to_none_stays(self) -> None:
        """Blank lines, comments with a blank line around them, and those left of the dashes."""
        before = dedent("""\
            title: Hips
            stretches:

              - {name: A, hold: 30s}


              # Cool down

              - {name: B, hold: 45s}
              # after B
            # - {name: Old, hold: 30s}
              - {name: C, hold: 1m}
              # no more
            """)
        assert edited(before, MoveStretch(0, 1)) == (
            before.replace("A, hold: 30s", "?")
            .replace("B, hold: 45s", "A, hold: 30s")
            .replace("?", "B, hold: 45s")
        )
        assert edited(before, MoveStretch(2, -1)) == (
            before.replace("B, hold: 45s", "?")
            .replace("C, hold: 1m", "B, hold: 45s")
            .replace("?", "C, hold: 1m")
        )

    def test_a_deeper_comment_after_a_blank_line_belongs_to_the_entry_above(self) -> None:
        """As its indentation says; the blank line before it goes with it."""
        before = "title: T\nstretches:\n- name: A\n  hold: 1s\n\n  # A\n# B\n  # too\n- {name: B, hold: 2s}\n"
        assert edited(before, MoveStretch(0, 1)) == (
            "title: T\nstretches:\n# B\n  # too\n- {name: B, hold: 2s}\n- name: A\n  hold: 1s\n\n  # A\n"
        )

    def test_a_deeper_comment_of_nobody_stays(self) -> None:
        """It follows no entry, and no comment at the dash leads on from it."""
        before = "title: T\nstretches:\n- {name: A, hold: 1s}\n# free\n\n  # odd\n- {name: B, hold: 2s}\n"
        after = "title: T\nstretches:\n- {name: B, hold: 2s}\n# free\n\n  # odd\n- {name: A, hold: 1s}\n"
        assert edited(before, MoveStretch(0, 1)) == after
        assert edited(after, MoveStretch(0, 1)) == before

    def test_a_text_that_looks_like_a_comment_is_none(self) -> None:
        """In quotes it may even stand at the dash's indentation."""
        before = 'title: T\nstretches:\n- hold: 1s\n  name: "A\n# A"\n- {name: B, hold: 2s}\n'
        after = 'title: T\nstretches:\n- {name: B, hold: 2s}\n- hold: 1s\n  name: "A\n# A"\n'
        assert edited(before, MoveStretch(0, 1)) == after

    def test_blank_lines_below_a_text_are_not_the_text_s(self) -> None:
        """They stay between the entries."""
        before = (
            "title: T\nstretches:\n- name: A\n  hold: 1s\n  how: |\n    Sit.\n\n\n- {name: B, hold: 2s}\n"
        )
        after = "title: T\nstretches:\n- {name: B, hold: 2s}\n\n\n- name: A\n  hold: 1s\n  how: |\n    Sit.\n"
        assert edited(before, MoveStretch(0, 1)) == after

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
    def test_a_last_line_without_a_break(self, line_break: str) -> None:
        """Whichever line is the last has none."""
        before = "title: T\nstretches:\n- name: A\n  hold: 1s\n\n- name: B\n  hold: 2s"
        after = "title: T\nstretches:\n- name: B\n  hold: 2s\n\n- name: A\n  hold: 1s"
        before, after = before.replace("\n", line_break), after.replace("\n", line_break)
        assert edited(before, MoveStretch(1, -1)) == after
        assert edited(after, MoveStretch(1, -1)) == before

    def test_dashes_of_their_own_and_other_indentation_inside(self) -> None:
        """Each entry keeps how it is written."""
        before = dedent("""\
            title: T
            stretches:
                -
                  # inside
                  name: A
                  hold: 1s
                -     name: B
                      how: |
                        Sit.
                        # no comment

                      hold: 2s
                - {name: C,
              hold: 3s}
            rest: 1s
            """)
        after = dedent("""\
            title: T
            stretches:
                -     name: B
                      how: |
                        Sit.
                        # no comment

                      hold: 2s
                -
                  # inside
                  name: A
                  hold: 1s
                - {name: C,
              hold: 3s}
            rest: 1s
            """)
        assert edited(before, MoveStretch(0, 1)) == after
        assert edited(edited(before, MoveStretch(1, 1)), MoveStretch(2, -1)) == before

    def test_a_text_at_the_end_of_an_entry_takes_no_comment_in(self) -> None:
        """Nor gives one away, nor the blank lines below it."""
        before = dedent("""\
            title: T
            stretches:
            - name: A
              hold: 1s
              how: |+
                 Sit.
                 # text

               # comment of A
            # comment of B
            - {name: B, hold: 2s}
            """)
        after = dedent("""\
            title: T
            stretches:
            # comment of B
            - {name: B, hold: 2s}
            - name: A
              hold: 1s
              how: |+
                 Sit.
                 # text

               # comment of A
            """)
        assert edited(before, MoveStretch(0, 1)) == after
        assert edited(after, MoveStretch(1, -1)) == before

    def test_there_is_no_place_beyond_the_ends(self) -> None:
        """Nor farther than one place."""
        text = "title: T\nstretches:\n- {name: A, hold: 1s}\n- {name: B, hold: 2s}\n- {name: C, hold: 3s}\n"
        assert refusal(text, MoveStretch(0, -1)) == "This stretch is the first one already."
        assert refusal(text, MoveStretch(2, 1)) == "This stretch is the last one already."
        assert refusal(text, MoveStretch(3, -1)) == "There is no stretch 4 in this routine."
        assert refusal(text, MoveStretch(0, 2)) == "A stretch moves by one place at a time."

    def test_a_dash_that_shares_its_line_is_not_moved(self) -> None:
        """Which only the long form of a key allows."""
        text = "title: T\n? stretches\n: - {name: A, hold: 1s}\n  - {name: B, hold: 2s}\n"
        assert refusal(text, MoveStretch(0, 1)) == (
            'This stretch does not begin on a line of its own; put each "- " on its own line in the text.'
        )
        assert edited(text, hold(5, stretch=1)) == text.replace("2s", "7s")

    def test_the_list_may_have_an_anchor(self) -> None:
        """It stays before the list."""
        text = "title: T\nstretches: &all  # - all\n- {name: A, hold: 1s}\n- {name: B, hold: 2s}\n"
        assert edited(text, MoveStretch(0, 1)) == (
            "title: T\nstretches: &all  # - all\n- {name: B, hold: 2s}\n- {name: A, hold: 1s}\n"
        )


class TestMovingInBrackets:
    """Two entries of a list in brackets change places, and the commas stay."""

    def test_on_one_line(self) -> None:
        """What stands around them stays."""
        text = (
            "title: T\nstretches: [ {name: A, hold: 1s},{name: B, hold: 2s} , {name: C, hold: 3s}]  # all\n"
        )
        assert edited(text, MoveStretch(1, 1)) == (
            "title: T\nstretches: [ {name: A, hold: 1s},{name: C, hold: 3s} , {name: B, hold: 2s}]  # all\n"
        )

    def test_comments_go_with_their_entry(self) -> None:
        """Those above it and those after it, whether a comma stands between or not."""
        before = dedent("""\
            title: T
            stretches: [
              # about A
              {name: A, hold: 1s},  # a

              # about B
              # too
              {name: B,
               hold: 2s}  # b
              # no more
            ]
            """)
        after = dedent("""\
            title: T
            stretches: [
              # about B
              # too
              {name: B,
               hold: 2s},  # b

              # about A
              {name: A, hold: 1s}  # a
              # no more
            ]
            """)
        assert edited(before, MoveStretch(0, 1)) == after
        assert edited(after, MoveStretch(0, 1)) == before

    def test_a_comment_swallows_no_entry(self) -> None:
        """One that ends a line stays there if the other entry is followed by more."""
        text = "title: T\nstretches: [{name: A, hold: 1s}, {name: B, hold: 2s} # b\n ]\n"
        assert edited(text, MoveStretch(0, 1)) == (
            "title: T\nstretches: [{name: B, hold: 2s}, {name: A, hold: 1s} # b\n ]\n"
        )

    def test_commas_in_front(self) -> None:
        """They stay too."""
        text = "title: T\nstretches:\n  # A\n  [ {name: A, hold: 1s} # a\n  , {name: B, hold: 2s}\n  ]\n"
        assert edited(text, MoveStretch(0, 1)) == (
            "title: T\nstretches:\n  # A\n  [ {name: B, hold: 2s}\n  , {name: A, hold: 1s} # a\n  ]\n"
        )

"""What a text says and what an edit makes of it, with both of PyYAML's parsers."""

import pytest

from routine_app.core.routine.repository import (
    ChangeNumber,
    CheckedText,
    Edit,
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


def edited(text: str, edit: Edit) -> str:
    """The text after an edit."""
    return with_each_parser(lambda: RoutineYaml().edited(text, edit))


def refusal(text: str, edit: Edit) -> str:
    """The sentence with which an edit is refused."""
    return with_each_parser(lambda: sentence_of(text, edit))


def sentence_of(text: str, edit: Edit) -> str:
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

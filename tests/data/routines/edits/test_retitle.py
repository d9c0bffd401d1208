"""A routine gets another title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.limits import TITLE_LIMIT
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import Retitle
from routine_app.data.routines.texts import RoutineYaml
from tests.data.routines.edits.edited_texts import edited, refusal
from tests.data.routines.routine_text_strategies import WrittenRoutine, written_routines

BELOW = "\nstretches:\n  - {name: A, hold: 1s}  # stays\n"
COPY = Retitle("Hips (copy)")

one_line_titles = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]),
    min_size=1,
    max_size=TITLE_LIMIT,
).filter(lambda title: title == title.strip())


def routine_of(text: str) -> Routine:
    """What a text says."""
    routine = RoutineYaml().check("", text).routine
    assert routine is not None
    return routine


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Mine\ntitle:   Hips   # short", "# Mine\ntitle:   Hips (copy)   # short"),
        ("title: 'Hips' # short", "title: Hips (copy) # short"),
        ('title: "Hips"', 'title: "Hips (copy)"'),
        ('"title": "Hips"', '"title": "Hips (copy)"'),
        ("title:\n  Hips", "title:\n  Hips (copy)"),
        ("title: >-\n  Hips\n\nrest: 5s", "title: Hips (copy)\n\nrest: 5s"),
        ("title: |-\n  Hips\n# below\nrest: 5s", "title: Hips (copy)\n# below\nrest: 5s"),
        ("title: &mine Hips", "title: &mine Hips (copy)"),
        ("\ufefftitle: Hips", "\ufefftitle: Hips (copy)"),
        ("description: &d Hips\ntitle: *d", "description: &d Hips\ntitle: Hips (copy)"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_only_the_title_is_another(before: str, after: str, line_break: str) -> None:
    """However it is written: comments, order and layout stay."""
    before, after = ((text + BELOW).replace("\n", line_break) for text in (before, after))
    assert edited(before, COPY) == after


@pytest.mark.parametrize(
    "title", ["#1: hips", "yes", "- x", 'It\'s "mine"', "股関節", "a: b # c", "[x]", "012"]
)
def test_any_title_is_written_so_that_it_is_read_again(title: str) -> None:
    """In quotes where it needs them; in JSON always."""
    for text in (f"title: Hips{BELOW}", '{"title": "Hips", "stretches": [{"name": "A", "hold": "1s"}]}'):
        again = edited(edited(text, Retitle(title)), Retitle("Hips"))
        assert again == text


@given(written_routines(), one_line_titles)
def test_whatever_the_file_looks_like(written: WrittenRoutine, title: str) -> None:
    """What comes of it is the routine with that title, and it can be taken back."""
    before, texts = routine_of(written.text), RoutineYaml()
    after = texts.edited(written.text, Retitle(title))
    assert routine_of(after) == before._replace(title=title)
    assert routine_of(texts.edited(after, Retitle(before.title))) == before


def test_a_title_that_is_said_elsewhere_too_stays() -> None:
    """What stands there would change as well."""
    text = f"title: &t Hips{BELOW}description: *t\n"
    assert "repeated elsewhere" in refusal(text, COPY)


def test_a_text_with_an_error_is_mended_first() -> None:
    """It has no title that could be trusted."""
    assert "Mend the text first" in refusal("title: Hips\n", COPY)

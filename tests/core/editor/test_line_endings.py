"""The line endings of a file survive a text field that has only one kind."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.line_endings import common_ending, restored, shown_text

PART = st.sampled_from(
    ["\t", "\r\n", "\r", "\n", "\r\n", "\ufeff", "a", "b", "  ", "\u2028", "\x0b", "\ud800"]
)
FILE_TEXT = st.lists(PART, max_size=40).map("".join) | st.text(st.characters())
EDITED = FILE_TEXT.map(lambda text: text.replace("\r", "").replace("\ufeff", "").replace("\t", ""))


def whole_lines(text: str) -> list[str]:
    """The lines with their endings, the last as it is; no mark."""
    return re.findall("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text.removeprefix("\ufeff"))


@given(text=FILE_TEXT)
def test_what_was_not_edited_is_the_same_to_the_byte(text: str) -> None:
    """For every text."""
    assert restored(shown_text(text), text, common_ending(text)) == text


@given(edited=EDITED, original=FILE_TEXT)
def test_what_was_edited_is_shown_again_as_it_was_typed(edited: str, original: str) -> None:
    """No two line endings become one, whatever kinds meet."""
    assert shown_text(restored(edited, original, common_ending(original))) == edited


@given(original=FILE_TEXT, new=st.text("xyz"), data=st.data())
def test_an_edit_of_one_line_leaves_all_others(original: str, new: str, data: st.DataObject) -> None:
    """To the byte, and the line itself keeps its ending unless it would be one with the one before."""
    lines = shown_text(original).split("\n")
    index = data.draw(st.integers(0, len(lines) - 1))
    edited = "\n".join([*lines[:index], new, *lines[index + 1 :]])
    after = restored(edited, original, common_ending(original))
    was, now = re.split("(\r\n|\r|\n)", original), re.split("(\r\n|\r|\n)", after)
    if new:
        was[2 * index] = ("\ufeff" if index == 0 and original.startswith("\ufeff") else "") + new
        assert now == was
    else:
        assert now[: 2 * index] == was[: 2 * index]
        assert now[2 * index + 2 :] == was[2 * index + 2 :]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("\ufeffa\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeff\ufeffa", "\ufeffa"),
        ("a:\tb # c\t", "a:  b # c  "),
        ("a\n\rb\r\r\nc", "a\n\nb\n\nc"),
        ("a\u2028b\x85c\fd", "a\u2028b\x85c\fd"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    """One mark goes; only what ends a line in YAML is an ending."""
    assert shown_text(text) == shown


@pytest.mark.parametrize(
    ("original", "edited", "after"),
    [
        ("", "a\nb", "a\nb"),
        ("\ufeff", "a\n", "\ufeffa\n"),
        ("\ufeffa", "\ufeffab", "\ufeffab"),
        ("a", "\ufeffab", "ab"),
        ("\ufeff\ufeffa", "\ufeffab", "\ufeff\ufeffab"),
        ("a\r\nb\r\n", "a\nnew\nb\nnew\n", "a\r\nnew\r\nb\r\nnew\r\n"),
        ("a\rb", "\n\na", "\r\ra"),
        ("a\r\nb\nc\nd", "a\nnew\nb\nc\nd\nnew", "a\r\nnew\nb\nc\nd\nnew"),
        ("a\nb\r\nc\n", "a\nB\nc\n", "a\nB\r\nc\n"),
        ("a\nb\r\nc\n", "a\nc\n", "a\nc\n"),
        ("a\nb\r\nc", "c\na\nb\nd\n", "c\na\nb\r\nd\n"),
        ("A\n1\r\nB\n2\r\n3\r\n", "B\n2\n3\nA\n1\n", "B\n2\r\n3\r\nA\n1\r\n"),
        ("a\rb\n\nc\r", "a\n\nc\n", "a\r\r\nc\r"),
        ("a\r\n\nb\rc\r", "a\nx\n\nb\nc\n", "a\r\nx\r\n\nb\rc\r"),
        ("a\r\n", "b\r\nc\rd", "b\r\nc\r\nd"),
        ("a:\tb\nc\t\n", "a:  b\nd\n", "a:\tb\nd\n"),
    ],
)
def test_restored(original: str, edited: str, after: str) -> None:
    """New lines get the ending of most; a moved or rewritten line keeps its own; meeting ones stay apart."""
    assert restored(edited, original, common_ending(original)) == after


@pytest.mark.parametrize("kinds", [1, 2])
def test_long_files_are_quick(kinds: int) -> None:
    """5,000 lines, one kind of ending or two, with edits all over: about 50 ms, far from the minutes of a careless comparison."""
    lines = [f"  - name: Stretch {index}" if index % 5 else "    rest: 10s" for index in range(5000)]
    original = "".join(line + ("\r\n" if index % 7 % kinds else "\n") for index, line in enumerate(lines))
    edited = "".join(
        f"{line} edited\n" if index % 100 == 1 else f"{line}\n" for index, line in enumerate(lines)
    )
    restored(edited, original, common_ending(original))
    started = time.process_time()
    after = restored(edited, original, common_ending(original))
    assert time.process_time() - started < 2
    assert shown_text(after) == edited
    assert [line for line in whole_lines(after) if "edited" not in line] == [
        line for index, line in enumerate(whole_lines(original)) if index % 100 != 1
    ]

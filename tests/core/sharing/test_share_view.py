"""The screen from which a routine is shared."""

import pytest

from routine_app.core.sharing.share_view import ShareView, present_share
from tests.core.sharing.sample_import import CODE, TEXT


def test_sharing_a_small_routine() -> None:
    """As a link to scan, to copy, and as a file."""
    view = present_share("Hips", "hips.yaml", TEXT, "https://me.example/")
    link = f"https://me.example/#/import/{CODE}"
    assert view == ShareView("Hips", "hips.yaml", view.note, link, is_scannable=True, copy_words="Copy link")
    assert view.note.startswith("Scan this with the other device's camera, or send the link.")


def test_sharing_without_an_address() -> None:
    """A code holds the same, and is pasted."""
    view = present_share("Hips", "hips.yaml", TEXT, "")
    assert (view.link, view.is_scannable, view.copy_words) == (CODE, True, "Copy code")
    assert "pasting" in view.note


def long_text(words: int) -> str:
    """A routine with so many different words to say."""
    return TEXT + "".join(f"    # {n * 7919 % 10007} {n * 104729 % 100003}\n" for n in range(words))


@pytest.mark.parametrize(
    ("words", "address", "has_link", "note"),
    [
        (170, "https://me.example/", True, "This routine is too long for a code to scan. Send the link,"),
        (170, "", True, "This routine is too long for a code to scan. Send the code,"),
        (400, "https://me.example/", False, "This routine is too long for a code or a link. Save its file"),
        (40_000, "", False, "This routine is larger than 256 KiB; split it into several routines."),
    ],
)
def test_sharing_a_long_routine(words: int, address: str, note: str, *, has_link: bool) -> None:
    """What is too long to scan may still be sent, and a file can be of any length."""
    view = present_share("Hips", "hips.yaml", long_text(words), address)
    assert (bool(view.link), view.is_scannable) == (has_link, False)
    assert view.note.startswith(note)

"""The field for a note: what it shows of what is written elsewhere, and when."""

import asyncio

from routine_app.ui.feedback.note_box import LONGEST_NOTE, WRITING_SECONDS, NoteBox, NoteChange
from tests.ui import control_tree
from tests.ui.virtual_time import VirtualClock, in_virtual_time


class Written:
    """A field whose note is `kept` where others write too; `told` has how often texts were joined."""

    def __init__(self, note: str = "") -> None:
        self.kept, self.told, self.is_full = note, 0, False
        self.box = NoteBox(VirtualClock(), self._keep, self._tell)
        self.box.open(note)

    def type(self, text: str) -> None:
        """Have this in the field, as after a key."""
        control_tree.write(self.box.control, text)

    async def look(self, seconds: float = 0.0) -> str:
        """What stands in the field once it was shown the note, so many seconds later."""
        await asyncio.sleep(seconds)
        self.box.show(self.kept)
        return str(self.box.control.value)

    def _keep(self, change: NoteChange) -> str | None:
        if not self.is_full:
            self.kept = change(self.kept)
        self.box.show(self.kept)
        return None if self.is_full else self.kept

    def _tell(self) -> None:
        self.told += 1


@in_virtual_time
async def test_what_is_written_elsewhere_is_there_before_the_first_key() -> None:
    """And is written on."""
    written = Written("old")
    written.kept = "theirs"
    assert await written.look() == "theirs"
    await asyncio.sleep(5)
    written.type("theirs and mine")
    assert (written.kept, written.told) == ("theirs and mine", 0)


@in_virtual_time
async def test_a_first_key_does_not_write_the_old_text_back() -> None:
    """Nor a second; it is said once, and the field shows all of it when the writing rests."""
    written = Written()
    written.kept = "theirs"
    for text in ("m", "mi"):
        written.type(text)
        assert await written.look(0.5) == text
    assert (written.kept, written.told) == ("mi\n\ntheirs", 1)
    assert await written.look(WRITING_SECONDS) == "mi\n\ntheirs"
    await asyncio.sleep(5)
    written.type("mi\n\ntheirs.")
    assert (written.kept, written.told) == ("mi\n\ntheirs.", 1)


@in_virtual_time
async def test_each_joining_is_said() -> None:
    """Not only the first one."""
    written = Written()
    for theirs in ("one", "two"):
        written.kept += theirs
        written.type(f"{written.box.text}m")
        await written.look(WRITING_SECONDS)
        await asyncio.sleep(5)
    assert written.told == 2


@in_virtual_time
async def test_a_text_that_could_not_be_kept_stays_in_the_field() -> None:
    """It is kept with the next key, beside what was written elsewhere."""
    written = Written()
    written.is_full = True
    written.type("mine")
    written.kept = "theirs"
    assert await written.look(10) == "mine"
    written.is_full = False
    written.type("mine!")
    assert (written.kept, written.told) == ("mine!\n\ntheirs", 1)


@in_virtual_time
async def test_a_key_that_was_pressed_before_the_others_text_arrived() -> None:
    """The browser tells of a text without it: that did not take it out."""
    written = Written("old")
    written.kept = "theirs, quite another one"
    await written.look()
    written.type("old.")
    assert written.kept == "theirs, quite another one."


@in_virtual_time
async def test_the_others_text_can_be_changed_at_once() -> None:
    """A key on the text that has just come counts as one."""
    written = Written("old")
    written.kept = "old, and theirs"
    await written.look()
    written.type("old, and their")
    assert (written.kept, written.told) == ("old, and their", 0)


@in_virtual_time
async def test_the_others_text_can_be_taken_out() -> None:
    """Once it has surely been seen."""
    written = Written()
    written.kept = "theirs"
    await written.look()
    await asyncio.sleep(5)
    written.type("")
    assert (written.kept, written.told) == ("", 0)


@in_virtual_time
async def test_another_session_begins_anew() -> None:
    """Whatever was being written of the one before."""
    written = Written()
    written.is_full = True
    written.type("mine")
    written.box.open("another")
    assert (written.box.text, written.box.control.value) == ("another", "another")


@in_virtual_time
async def test_a_longer_note_than_can_be_typed_is_not_cut_off() -> None:
    """An import may bring one; the field takes as much."""
    written = Written("a" * (LONGEST_NOTE + 5))
    assert written.box.control.max_length == LONGEST_NOTE + 5
    written.box.open("")
    assert written.box.control.max_length == LONGEST_NOTE

"""The editor of a page: what is typed is checked, kept, saved and tried, and never lost."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from routine_app.core.editor.view import Answer
from routine_app.core.routine.repository import ChangeNumber, Draft, MoveStretch, NumberField, RoutineFile
from routine_app.ui.editor.editor import CHECK_AFTER_SECONDS, DRAFT_AFTER_SECONDS, NEW_FILE
from tests.ui import control_tree
from tests.ui.sample_editing import BROKEN_HIPS, HIPS, NO_ROOM, Written
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop

STARTER = "title: My routine\nstretches:\n  - {name: Sit, hold: 20s}\n"
CHANGED = "The file was changed outside"
LEAVE = "Save your changes?"
HERE_AGAIN = "What you typed and did not save is here again."


def words(written: Written) -> list[str]:
    """What one reads."""
    return control_tree.words(written.client.top)


async def break_it(written: Written) -> None:
    """Type a mistake, and let it be seen."""
    await written.typist.replace("30s", "3 x")
    await asyncio.sleep(CHECK_AFTER_SECONDS + 0.01)


class TestChecking:
    """What is typed is checked."""

    @in_virtual_time
    async def test_it_waits_for_a_pause(self, tmp_path: Path) -> None:
        """Nothing is marked before, and what is typed puts it off."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "3 x")
        await asyncio.sleep(CHECK_AFTER_SECONDS - 0.01)
        assert written.marked == []
        await written.typist.put("y")
        await asyncio.sleep(CHECK_AFTER_SECONDS - 0.01)
        assert written.marked == []
        await asyncio.sleep(0.02)
        assert written.marked == [6]
        assert 'Line 7: hold: "3 xy" is not a duration; write it like 30s, 1m30s or 1:30' in words(written)
        await written.end()

    @pytest.mark.parametrize("has_caret", [True, False])
    @in_virtual_time
    async def test_errors_stand_in_the_gutter_within_300_ms(self, tmp_path: Path, *, has_caret: bool) -> None:
        """Of the last key; also of Delete, after which the caret is where it was."""
        written = Written(tmp_path).open()
        if has_caret:
            await written.typist.replace("30s", "3 x")
        else:
            written.typist.put_caret("name: Pigeon")
            await written.typist.delete(1)
        await asyncio.sleep(0.3)
        assert set(written.marked) == {6 if has_caret else 3}
        await written.end()

    @in_virtual_time
    async def test_a_mended_text_has_no_mark(self, tmp_path: Path) -> None:
        """And can be tried again."""
        written = Written(tmp_path).open()
        await break_it(written)
        assert control_tree.button(written.client.top, "Try").disabled is True
        assert "This is the plan before the error." in words(written)
        await written.typist.replace("3 x", "35s")
        await asyncio.sleep(0.2)
        assert written.marked == []
        assert "No errors" in words(written)
        assert control_tree.button(written.client.top, "Try").disabled is False
        await written.end()

    @in_virtual_time
    async def test_a_warning_does_not_keep_it_from_running(self, tmp_path: Path) -> None:
        """It is told as one."""
        written = Written(tmp_path)
        written.write("hips.yaml", HIPS.replace("sides: each", "sides: {left: 20s, right: 30s}"))
        written.open()
        (verdict,) = [word for word in words(written) if word.startswith("Warning, line ")]
        assert verdict.startswith("Warning, line 7: hold: ")
        assert control_tree.button(written.client.top, "Try").disabled is False
        await written.end()


class TestDrafts:
    """What is typed is kept until it is saved."""

    @in_virtual_time
    async def test_it_is_kept_after_a_pause(self, tmp_path: Path) -> None:
        """Not before, and with the version of the file that was edited."""
        written = Written(tmp_path).open()
        await break_it(written)
        await asyncio.sleep(DRAFT_AFTER_SECONDS - CHECK_AFTER_SECONDS - 0.02)
        assert written.drafts.find("hips.yaml") is None
        await asyncio.sleep(0.02)
        file = written.files.read("hips.yaml")
        assert file is not None
        assert written.drafts.find("hips.yaml") == Draft("hips.yaml", BROKEN_HIPS, file.version)
        assert written.read() == HIPS
        await written.end()

    @pytest.mark.parametrize("has_caret", [True, False])
    @in_virtual_time
    async def test_the_last_key_is_kept_when_the_page_ends(self, tmp_path: Path, *, has_caret: bool) -> None:
        """Though its caret has not come."""
        written = Written(tmp_path).open()
        written.typist.put_caret("Hips")
        await (written.typist.put("My ") if has_caret else written.typist.delete(1))
        await written.end()
        draft = written.drafts.find("hips.yaml")
        assert draft is not None
        assert draft.text == HIPS.replace("Hips", "My Hips" if has_caret else "ips")

    @in_virtual_time
    async def test_it_is_found_again(self, tmp_path: Path) -> None:
        """With a notice, until it is saved; and nothing is kept of it then."""
        before = Written(tmp_path).open()
        await break_it(before)
        await before.end()
        written = Written(tmp_path).open()
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert HERE_AGAIN in words(written)
        assert written.marked == [6]
        await written.tap("Save")
        assert HERE_AGAIN not in words(written)
        assert (written.read(), written.drafts.all()) == (BROKEN_HIPS, ())
        await written.end()

    @in_virtual_time
    async def test_one_that_says_what_the_file_says_is_none(self, tmp_path: Path) -> None:
        """As when the app ended between the two."""
        written = Written(tmp_path)
        written.drafts.keep(Draft("hips.yaml", HIPS, "an old version"))
        written.open()
        assert HERE_AGAIN not in words(written)
        written.editor.look_outside()
        assert written.stage.said == []
        await written.end()

    @in_virtual_time
    async def test_it_is_dropped_with_the_changes(self, tmp_path: Path) -> None:
        """The file is as it was."""
        written = Written(tmp_path).open()
        await break_it(written)
        await written.tap("Back")
        assert len(written.drafts.all()) == 1
        await written.tap("Discard")
        assert (written.stage.left, written.drafts.all(), written.read()) == (["hips.yaml"], (), HIPS)
        await written.end()
        assert written.drafts.all() == ()

    @in_virtual_time
    async def test_what_is_undone_to_the_start_leaves_none(self, tmp_path: Path) -> None:
        """Nor does it ask."""
        written = Written(tmp_path).open()
        await break_it(written)
        await asyncio.sleep(1)
        assert len(written.drafts.all()) == 1
        await written.tap("Undo")
        await asyncio.sleep(1)
        assert written.drafts.all() == ()
        await written.tap("Back")
        assert written.stage.left == ["hips.yaml"]
        await written.end()

    @in_virtual_time
    async def test_one_of_a_file_that_is_gone_can_be_saved(self, tmp_path: Path) -> None:
        """After a yes."""
        before = Written(tmp_path).open()
        await break_it(before)
        await before.end()
        (tmp_path / "user" / "hips.yaml").unlink()
        written = Written(tmp_path)
        (tmp_path / "user" / "hips.yaml").unlink()
        written.open()
        assert HERE_AGAIN in words(written)
        await written.tap("Save")
        assert "The file is gone" in words(written)
        await written.tap("Save mine")
        assert written.read() == BROKEN_HIPS
        await written.end()

    @in_virtual_time
    async def test_there_is_no_such_file(self, tmp_path: Path) -> None:
        """Nor a draft of one: nothing is opened."""
        written = Written(tmp_path)
        assert written.editor.open("none.yaml") is False
        assert written.editor.is_open is False
        await written.end()


class TestSaving:
    """The text goes into its file."""

    @in_virtual_time
    async def test_ones_own_file(self, tmp_path: Path) -> None:
        """Its state is told before and after."""
        written = Written(tmp_path).open()
        assert {"hips.yaml", "Saved"} <= set(words(written))
        save = control_tree.button(written.client.top, "Save")
        assert save.disabled is True
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        assert "Unsaved changes" in words(written)
        assert save.disabled is False
        await written.tap("Save")
        assert written.read() == HIPS.replace("30s", "35s")
        assert written.stage.said == ["Saved as hips.yaml."]
        assert "Saved" in words(written)
        assert save.disabled is True
        await written.end()

    @in_virtual_time
    async def test_the_endings_of_lines_and_the_mark_stay(self, tmp_path: Path) -> None:
        """Where nothing was typed, byte for byte."""
        written = Written(tmp_path)
        windows = "\ufeff" + HIPS.replace("\n", "\r\n")
        written.write("hips.yaml", windows)
        written.open()
        assert written.editor.screen.box.text == HIPS
        await written.typist.replace("30s", "35s")
        written.editor.save()
        assert written.read() == windows.replace("30s", "35s")
        await written.end()

    @in_virtual_time
    async def test_a_shipped_one_is_copied(self, tmp_path: Path) -> None:
        """The app's own stays as it came."""
        written = Written(tmp_path).open("runner.yaml")
        assert "The app's own; saving makes your copy" in words(written)
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        await written.tap("Save")
        assert written.read("runner.yaml").count("35s") == 1
        assert "30s" in (written.shipped / "runner.yaml").read_text(encoding="utf-8")
        assert "Saved" in words(written)
        assert written.files.read("runner.yaml") == written.editor._current.file
        await written.end()

    @in_virtual_time
    async def test_without_a_change_the_key_copies_nothing(self, tmp_path: Path) -> None:
        """The button does not either: it is off."""
        written = Written(tmp_path).open("runner.yaml")
        written.editor.press("S", with_shift=False)
        assert not (written.user / "runner.yaml").exists()
        assert written.stage.said == []
        await written.end()

    @in_virtual_time
    async def test_a_new_one_is_named_after_its_title(self, tmp_path: Path) -> None:
        """Which is told, and put into the address."""
        written = Written(tmp_path)
        written.editor.open_new(STARTER)
        assert {NEW_FILE, "Not saved yet"} <= set(words(written))
        await written.tap("Save")
        assert written.read("my-routine.yaml") == STARTER
        assert (written.stage.said, written.stage.went) == (
            ["Saved as my-routine.yaml."],
            ["/edit/my-routine.yaml"],
        )
        assert written.editor.file_name == "my-routine.yaml"
        written.editor.save()
        await written.shown().typist.replace("20s", "25s")
        written.editor.save()
        assert written.stage.said[1:] == ["Saved as my-routine.yaml."]
        assert written.stage.went == ["/edit/my-routine.yaml"]
        assert written.read("my-routine.yaml") == STARTER.replace("20s", "25s")
        await written.end()

    @in_virtual_time
    async def test_a_name_in_use_is_left_alone(self, tmp_path: Path) -> None:
        """The next free one is taken."""
        written = Written(tmp_path)
        written.write("my-routine.yaml", "title: theirs\n")
        written.editor.open_new(STARTER)
        written.editor.save()
        assert written.stage.said == ["Saved as my-routine-2.yaml."]
        assert written.read("my-routine.yaml") == "title: theirs\n"
        assert written.read("my-routine-2.yaml") == STARTER
        await written.end()

    @in_virtual_time
    async def test_the_name_of_an_example_may_be_taken_meanwhile(self, tmp_path: Path) -> None:
        """Nothing of the other is overwritten."""
        written = Written(tmp_path)
        written.editor.open_example("butterfly.yaml", STARTER)
        assert written.editor.file_name == "butterfly.yaml"
        written.write("butterfly.yaml", "title: theirs\n")
        written.editor.save()
        assert written.editor.file_name == "butterfly-2.yaml"
        assert (written.read("butterfly.yaml"), written.read("butterfly-2.yaml")) == (
            "title: theirs\n",
            STARTER,
        )
        await written.end()

    @in_virtual_time
    async def test_one_with_errors(self, tmp_path: Path) -> None:
        """It is saved all the same, and what runs then is told."""
        written = Written(tmp_path).open()
        await break_it(written)
        await written.tap("Save")
        assert written.read() == BROKEN_HIPS
        assert written.stage.said == ["Saved with 1 error; until that is mended, the last good version runs."]
        await written.end()

    @in_virtual_time
    async def test_a_new_one_with_errors(self, tmp_path: Path) -> None:
        """Of it there is no good version, and its title cannot be read."""
        written = Written(tmp_path)
        written.editor.open_new("title: [\n")
        written.editor.save()
        assert written.stage.said == ["Saved with 1 error."]
        assert written.read("new-routine.yaml") == "title: [\n"
        await written.end()

    @in_virtual_time
    async def test_a_new_one_that_was_good_and_is_broken_now(self, tmp_path: Path) -> None:
        """No good version of it was ever saved."""
        written = Written(tmp_path)
        written.editor.open_new(STARTER)
        await written.shown().typist.replace("20s", "2 x")
        written.editor.save()
        assert written.stage.said == ["Saved with 1 error."]
        await written.end()


class TestChangedOutside:
    """Another program has written the file."""

    THEIRS = HIPS.replace("45s", "1m")

    async def ask(self, tmp_path: Path) -> Written:
        """Save what is not the file any more."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        written.write("hips.yaml", self.THEIRS)
        await written.tap("Save")
        return written

    @in_virtual_time
    async def test_it_asks_and_shows_in_what_they_differ(self, tmp_path: Path) -> None:
        """Nothing is overwritten; what was typed is kept."""
        written = await self.ask(tmp_path)
        assert words(written)[2] == CHANGED
        assert "mine      hold: 35s   # long enough" in words(written)
        assert "file    - {name: Butterfly, muscles: [adductors], hold: 1m}" in words(written)
        assert written.read() == self.THEIRS
        draft = written.drafts.find("hips.yaml")
        assert draft is not None
        assert draft.text == HIPS.replace("30s", "35s")
        await written.end()

    @in_virtual_time
    async def test_mine_overwrites_after_a_yes(self, tmp_path: Path) -> None:
        """And the draft is gone."""
        written = await self.ask(tmp_path)
        await written.tap("Save mine")
        assert written.read() == HIPS.replace("30s", "35s")
        assert (written.drafts.all(), written.stage.said) == ((), ["Saved as hips.yaml."])
        assert CHANGED not in words(written)
        await written.end()

    @in_virtual_time
    async def test_theirs_is_taken_and_mine_is_a_step_back(self, tmp_path: Path) -> None:
        """Nothing typed is lost even then."""
        written = await self.ask(tmp_path)
        await written.tap("Take the file")
        assert written.editor.screen.box.text == self.THEIRS
        assert written.typist.text == self.THEIRS
        assert "Saved" in words(written)
        await asyncio.sleep(1)
        assert written.drafts.all() == ()
        await written.tap("Undo")
        assert written.typist.text == HIPS.replace("30s", "35s")
        assert written.read() == self.THEIRS
        await written.end()

    @in_virtual_time
    async def test_editing_goes_on(self, tmp_path: Path) -> None:
        """And the next time it asks again."""
        written = await self.ask(tmp_path)
        await written.tap("Keep editing")
        assert CHANGED not in words(written)
        assert written.editor.screen.box.text == HIPS.replace("30s", "35s")
        await written.tap("Save")
        assert CHANGED in words(written)
        assert written.read() == self.THEIRS
        await written.end()

    @in_virtual_time
    async def test_it_changes_again_while_it_asks(self, tmp_path: Path) -> None:
        """The yes was for what was shown, not for this."""
        written = await self.ask(tmp_path)
        written.write("hips.yaml", HIPS.replace("45s", "2m"))
        await written.tap("Save mine")
        assert CHANGED in words(written)
        assert written.read() == HIPS.replace("45s", "2m")
        await written.end()

    @in_virtual_time
    async def test_keys_do_nothing_while_it_asks(self, tmp_path: Path) -> None:
        """One answers first."""
        written = await self.ask(tmp_path)
        for key in "SZ":
            written.editor.press(key, with_shift=False)
        assert written.editor.screen.box.text == HIPS.replace("30s", "35s")
        assert written.read() == self.THEIRS
        await written.end()

    @in_virtual_time
    async def test_the_file_is_gone(self, tmp_path: Path) -> None:
        """It is written again after a yes."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        (written.user / "hips.yaml").unlink()
        await written.tap("Save")
        assert words(written)[2] == "The file is gone"
        assert not (written.user / "hips.yaml").exists()
        await written.tap("Save mine")
        assert written.read() == HIPS.replace("30s", "35s")
        await written.end()

    @in_virtual_time
    async def test_without_changes_of_ones_own_it_is_taken_over(self, tmp_path: Path) -> None:
        """And said."""
        written = Written(tmp_path).open()
        written.editor.look_outside()
        assert written.stage.said == []
        written.write("hips.yaml", self.THEIRS)
        written.editor.look_outside()
        await written.typist.obey()
        assert written.typist.text == self.THEIRS
        assert written.stage.said == ["The file was changed outside; this is what it says now."]
        assert "Saved" in words(written)
        written.editor.look_outside()
        assert len(written.stage.said) == 1
        await written.end()

    @in_virtual_time
    async def test_with_changes_of_ones_own_nothing_is_taken_over(self, tmp_path: Path) -> None:
        """Not even with one whose caret has not come."""
        written = Written(tmp_path).open()
        written.typist.put_caret("Hips")
        await written.typist.delete(1)
        written.write("hips.yaml", self.THEIRS)
        written.editor.look_outside()
        written.editor.screen.box.take_all()
        assert written.editor.screen.box.text == HIPS.replace("Hips", "ips")
        assert written.stage.said == []
        await written.end()

    @in_virtual_time
    async def test_a_file_that_is_gone_is_told_and_can_be_saved(self, tmp_path: Path) -> None:
        """Once."""
        written = Written(tmp_path).open()
        (written.user / "hips.yaml").unlink()
        for _ in range(3):
            written.editor.look_outside()
        assert written.stage.said == ["The file is gone; Save writes it again."]
        assert "Not saved yet" in words(written)
        await written.tap("Save")
        assert written.read() == HIPS
        await written.end()

    @in_virtual_time
    async def test_a_file_that_cannot_be_read_is_left(self, tmp_path: Path) -> None:
        """As one is while another program is about to write it; what is open stays."""
        written = Written(tmp_path).open()
        (written.user / "hips.yaml").write_bytes(b"\xff")
        written.editor.look_outside()
        assert written.editor.screen.box.text == HIPS
        assert written.stage.said == []
        await written.end()

    @in_virtual_time
    async def test_nothing_is_looked_for_with_no_file(self, tmp_path: Path) -> None:
        """Nor for one that is not written yet."""
        written = Written(tmp_path)
        written.editor.look_outside()
        written.editor.open_new(STARTER)
        written.editor.look_outside()
        assert written.stage.said == []
        await written.end()


class TestLeaving:
    """Back."""

    @in_virtual_time
    async def test_with_nothing_to_lose_it_does_not_ask(self, tmp_path: Path) -> None:
        """A file that was only read."""
        written = Written(tmp_path).open()
        await written.tap("Back")
        assert (written.stage.left, written.editor.is_open) == (["hips.yaml"], False)
        await written.end()

    @in_virtual_time
    async def test_nor_for_a_new_file_as_it_came(self, tmp_path: Path) -> None:
        """Nobody typed in it."""
        written = Written(tmp_path)
        written.editor.open_new(STARTER)
        await written.tap("Back")
        assert written.stage.left == [NEW_FILE]
        assert list(written.user.iterdir()) == [written.user / "hips.yaml"]
        await written.end()

    @in_virtual_time
    async def test_it_asks_and_saves(self, tmp_path: Path) -> None:
        """And then goes."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "35s")
        await written.tap("Back")
        assert words(written)[2] == LEAVE
        assert written.stage.left == []
        await written.tap("Save")
        assert written.stage.left == ["hips.yaml"]
        assert written.read() == HIPS.replace("30s", "35s")
        await written.end()

    @in_virtual_time
    async def test_it_asks_for_the_last_key_too(self, tmp_path: Path) -> None:
        """Whose caret has not come."""
        written = Written(tmp_path).open()
        written.typist.put_caret("Hips")
        await written.typist.delete(1)
        await written.tap("Back")
        assert words(written)[2] == LEAVE
        await written.end()

    @in_virtual_time
    async def test_it_asks_and_stays(self, tmp_path: Path) -> None:
        """With the text as it was."""
        written = Written(tmp_path).open()
        await break_it(written)
        await written.tap("Back")
        await written.tap("Keep editing")
        assert LEAVE not in words(written)
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert written.stage.left == []
        await written.end()

    @in_virtual_time
    async def test_what_was_found_again_is_asked_for(self, tmp_path: Path) -> None:
        """Though nothing was typed this time."""
        before = Written(tmp_path).open()
        await break_it(before)
        await before.end()
        written = Written(tmp_path).open()
        await written.tap("Back")
        assert LEAVE in words(written)
        await written.end()

    @in_virtual_time
    async def test_a_conflict_keeps_it_here(self, tmp_path: Path) -> None:
        """The one question leads to the other."""
        written = Written(tmp_path).open()
        await break_it(written)
        written.write("hips.yaml", "title: theirs\n")
        await written.tap("Back")
        await written.tap("Save")
        assert words(written)[2] == CHANGED
        assert written.stage.left == []
        assert written.editor.ask_to_leave() is True
        assert words(written)[2] == CHANGED
        await written.end()

    @in_virtual_time
    async def test_nothing_comes_late(self, tmp_path: Path) -> None:
        """What the widget tells when the file is closed is for nobody."""
        written = Written(tmp_path).open()
        await written.tap("Back")
        await written.typist.put("x")
        await asyncio.sleep(2)
        assert written.drafts.all() == ()
        await written.end()


class TestSteps:
    """Undo, redo, and the buttons of the plan."""

    @in_virtual_time
    async def test_back_and_on_again(self, tmp_path: Path) -> None:
        """By the buttons, which are off where there is no step; what is wrong follows."""
        written = Written(tmp_path).open()
        undo, redo = (control_tree.button(written.client.top, name) for name in ("Undo", "Redo"))
        assert (undo.disabled, redo.disabled) == (True, True)
        await break_it(written)
        assert (undo.disabled, redo.disabled) == (False, True)
        await written.tap("Undo")
        assert (written.typist.text, written.marked) == (HIPS, [])
        assert (undo.disabled, redo.disabled) == (True, False)
        await written.tap("Redo")
        assert (written.typist.text, written.marked) == (BROKEN_HIPS, [6])
        await written.end()

    @pytest.mark.parametrize(("key", "with_shift"), [("z", True), ("Z", True), ("Y", False)])
    @in_virtual_time
    async def test_by_keys(self, tmp_path: Path, key: str, *, with_shift: bool) -> None:
        """With Ctrl or Command; what the widget makes of the same keys is passed over."""
        written = Written(tmp_path).open()
        await break_it(written)
        written.editor.press("Z", with_shift=False)
        assert written.editor.screen.box.text == HIPS
        written.typist.text = "what the widget undoes"
        await written.typist.tell_text()
        await asyncio.sleep(0.01)
        await written.typist.obey()
        assert written.typist.text == HIPS
        written.editor.press(key, with_shift=with_shift)
        assert written.editor.screen.box.text == BROKEN_HIPS
        await written.end()

    @in_virtual_time
    async def test_the_key_saves(self, tmp_path: Path) -> None:
        """And other keys do nothing."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "35s")
        for key in ("A", "S", "X"):
            written.editor.press(key, with_shift=key == "A")
        assert written.read() == HIPS.replace("30s", "35s")
        assert written.stage.said == ["Saved as hips.yaml."]
        await written.end()

    @in_virtual_time
    async def test_without_a_file_keys_do_nothing(self, tmp_path: Path) -> None:
        """Nothing is open."""
        written = Written(tmp_path)
        written.editor.press("S", with_shift=False)
        written.editor.leave()
        assert written.stage.said == []
        await written.end()

    @pytest.mark.parametrize(
        ("button", "old", "new"),
        [
            ("Hold more, Pigeon pose", "30s", "35s"),
            ("Hold less, Butterfly", "45s", "40s"),
            ("Sets more, Pigeon pose", "30s   # long enough\n", "30s   # long enough\n    sets: 2\n"),
            ("Rest more, Butterfly", "hold: 45s", "hold: 45s, rest: 15s"),
        ],
    )
    @in_virtual_time
    async def test_a_number_changes_alone(self, tmp_path: Path, button: str, old: str, new: str) -> None:
        """All else is as it was, and it is one step to undo."""
        written = Written(tmp_path).open()
        await written.tap(button)
        assert written.typist.text == HIPS.replace(old, new)
        assert written.drafts.all() == ()
        await asyncio.sleep(DRAFT_AFTER_SECONDS + 0.01)
        assert len(written.drafts.all()) == 1
        await written.tap("Undo")
        assert written.typist.text == HIPS
        await written.end()

    @pytest.mark.parametrize(
        ("sides", "changed"),
        [
            ("{left: 30s, right: 0:30}", "{left: 35s, right: 0:35}"),
            ('{right: "45s", left: 45}', '{right: "50s", left: 50}'),
        ],
    )
    @in_virtual_time
    async def test_sides_that_are_as_long_change_together(
        self, tmp_path: Path, sides: str, changed: str
    ) -> None:
        """Each of them is written for itself; it is one step to undo."""
        text = HIPS.replace("sides: each\n    hold: 30s", f"sides: {sides}")
        written = Written(tmp_path)
        written.write("hips.yaml", text)
        written.open()
        await written.tap("Hold more, Pigeon pose")
        assert written.typist.text == text.replace(sides, changed)
        assert written.stage.said == []
        await written.tap("Undo")
        assert written.typist.text == text
        await written.end()

    @in_virtual_time
    async def test_sides_that_cannot_change_together_do_not_change(self, tmp_path: Path) -> None:
        """Not even one of them."""
        text = HIPS.replace("sides: each\n    hold: 30s", "sides: {left: &long 30s, right: *long}")
        written = Written(tmp_path)
        written.write("hips.yaml", text)
        written.open()
        await written.tap("Hold more, Pigeon pose")
        assert written.typist.text == text
        assert written.stage.said == [
            "Each side of this stretch has a hold of its own; change the left or the right."
        ]
        await written.end()

    @in_virtual_time
    async def test_the_caret_goes_to_what_changed(self, tmp_path: Path) -> None:
        """So that one sees it."""
        written = Written(tmp_path).open()
        await written.tap("Hold more, Butterfly")
        assert written.typist.text[: written.typist.caret].endswith("hold: 50")
        await written.end()

    @in_virtual_time
    async def test_a_move(self, tmp_path: Path) -> None:
        """The two change places."""
        written = Written(tmp_path).open()
        await written.tap("Down, Pigeon pose")
        routine = written.editor._current.checked.routine
        assert routine is not None
        assert [stretch.name for stretch in routine.stretches] == ["Butterfly", "Pigeon pose"]
        assert "    hold: 30s   # long enough\n" in written.typist.text
        await written.end()

    @pytest.mark.parametrize(
        ("edit", "said"),
        [
            (ChangeNumber(0, NumberField.SETS, -1), "1 is the least that the number of sets can be."),
            (MoveStretch(0, -1), "This stretch is the first one already."),
            (
                ChangeNumber(0, NumberField.LEFT_HOLD, 5),
                "Both sides of this stretch share one hold; change that one.",
            ),
        ],
    )
    @in_virtual_time
    async def test_what_is_refused_is_said(
        self, tmp_path: Path, edit: ChangeNumber | MoveStretch, said: str
    ) -> None:
        """And changes nothing."""
        written = Written(tmp_path).open()
        written.editor.edit(edit)
        assert written.stage.said == [said]
        assert written.editor.screen.box.text == HIPS
        await written.end()

    @in_virtual_time
    async def test_a_button_comes_after_the_last_key(self, tmp_path: Path) -> None:
        """Whose caret has not come; both are there then."""
        written = Written(tmp_path).open()
        written.typist.put_caret("Hips")
        await written.typist.delete(1)
        written.editor.edit(ChangeNumber(0, NumberField.HOLD, 5))
        assert written.editor.screen.box.text == HIPS.replace("Hips", "ips").replace("30s", "35s")
        await written.end()


class TestTrying:
    """A session of the text as it is."""

    @in_virtual_time
    async def test_it_is_the_unsaved_text(self, tmp_path: Path) -> None:
        """Which is kept, and not saved."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "20s")
        await asyncio.sleep(0.2)
        await written.tap("Try")
        ((name, routine, came_from),) = written.stage.tried
        assert came_from == "/edit/hips.yaml"
        assert (name, routine.stretches[0].holds[0].hold_seconds) == ("hips", 20.0)
        assert written.read() == HIPS
        assert len(written.drafts.all()) == 1
        assert written.editor.is_open
        await written.end()

    @in_virtual_time
    async def test_a_text_with_errors_is_not_tried(self, tmp_path: Path) -> None:
        """Not even right after the key that broke it, and not its last good version."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "3 x")
        await written.tap("Try")
        assert written.stage.tried == []
        await written.end()

    @in_virtual_time
    async def test_help_keeps_the_text(self, tmp_path: Path) -> None:
        """On the disk too."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "20s")
        await written.tap("Help")
        assert (written.stage.went, len(written.drafts.all())) == (["/help"], 1)
        assert written.editor.is_open
        await written.end()


class TestOpening:
    """One file at a time."""

    @in_virtual_time
    async def test_the_same_again_stays_as_it_is(self, tmp_path: Path) -> None:
        """What was typed is there."""
        written = Written(tmp_path).open()
        await break_it(written)
        written.open()
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert written.editor._current.can_undo
        await written.end()

    @in_virtual_time
    async def test_another_has_steps_of_its_own(self, tmp_path: Path) -> None:
        """And nothing of the first comes late."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "3 x")
        written.open("runner.yaml")
        await asyncio.sleep(2)
        assert control_tree.button(written.client.top, "Undo").disabled is True
        assert written.drafts.all() == ()
        assert "Runner" in written.editor.screen.box.text
        await written.end()

    @pytest.mark.parametrize("is_example", [False, True])
    @in_virtual_time
    async def test_a_new_one_goes_on_where_it_was_left(self, tmp_path: Path, *, is_example: bool) -> None:
        """The page was closed, or the app ended."""

        def begin(written: Written) -> None:
            if is_example:
                written.editor.open_example("sit.yaml", STARTER)
            else:
                written.editor.open_new(STARTER)

        before = Written(tmp_path)
        begin(before)
        assert HERE_AGAIN not in words(before)
        await before.shown().typist.replace("20s", "25s")
        await before.end()
        written = Written(tmp_path)
        begin(written)
        assert HERE_AGAIN in words(written)
        assert written.editor.screen.box.text == STARTER.replace("20s", "25s")
        await written.end()

    @in_virtual_time
    async def test_put_away_means_nothing_is_open(self, tmp_path: Path) -> None:
        """Nor waited for."""
        written = Written(tmp_path).open()
        await written.typist.replace("30s", "35s")
        written.editor.close_file()
        written.editor.close_file()
        assert (written.editor.is_open, written.editor.file_name) == (False, "")
        await settle()
        assert virtual_loop().pending_timers == []
        assert written.stage.left == []
        await written.end()


def logged(test: Callable[[], Coroutine[Any, Any, None]], caplog: pytest.LogCaptureFixture) -> list[str]:
    """Run a test in which the surroundings fail; gives what the log has of it."""
    with caplog.at_level(logging.ERROR):
        in_virtual_time(test)()
    return [record.getMessage() for record in caplog.records]


NOT_SAVED = "A routine could not be saved"
NOT_KEPT = "What was typed could not be kept as a draft"


class TestFullDisk:
    """Nothing is lost, and one sentence says what to do."""

    def test_saving(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """The text is kept in the draft and on the screen; with room again it is saved."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await break_it(written)
            written.files.is_full = True
            await written.tap("Save")
            assert written.stage.said == [NO_ROOM]
            assert written.read() == HIPS
            assert [draft.text for draft in written.drafts.all()] == [BROKEN_HIPS]
            assert written.editor.screen.box.text == BROKEN_HIPS
            written.files.is_full = False
            await written.tap("Save")
            assert written.read() == BROKEN_HIPS
            await written.end()

        assert logged(fill, caplog) == [NOT_SAVED]

    def test_saving_where_no_draft_can_be_kept_either(
        self, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """One sentence, not two."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await break_it(written)
            written.files.is_full = written.drafts.is_full = True
            await written.tap("Save")
            assert written.stage.said == [NO_ROOM]
            assert written.editor.screen.box.text == BROKEN_HIPS
            assert "Unsaved changes" in words(written)
            written.drafts.is_full = False
            await written.end()
            assert [draft.text for draft in written.drafts.all()] == [BROKEN_HIPS]

        assert logged(fill, caplog) == [NOT_SAVED, NOT_KEPT]

    @pytest.mark.parametrize("answer", [Answer.SAVE, Answer.OVERWRITE])
    def test_after_a_question(self, tmp_path: Path, caplog: pytest.LogCaptureFixture, answer: Answer) -> None:
        """The text is back on the screen, not the question that was answered."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await break_it(written)
            if answer is Answer.OVERWRITE:
                written.write("hips.yaml", "title: theirs\n")
                await written.tap("Save")
            else:
                await written.tap("Back")
            written.files.is_full = True
            written.editor.answer(answer)
            assert written.stage.said == [NO_ROOM]
            assert {"No errors", LEAVE, CHANGED}.isdisjoint(words(written))
            assert written.editor.screen._place.content is written.editor.screen._body
            assert written.stage.left == []
            await written.end()

        assert logged(fill, caplog) == [NOT_SAVED]

    def test_drafts(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """Said once, however much is typed; again if it was mended meanwhile; closing ends in peace."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            for is_full in (True, True, False, True):
                written.drafts.is_full = is_full
                await written.typist.put("#")
                await asyncio.sleep(1)
            assert written.stage.said == ["A draft could not be kept; make room."] * 2
            assert written.editor.screen.box.text == "####" + HIPS
            await written.end()
            assert len(written.stage.said) == 2

        assert logged(fill, caplog) == [NOT_KEPT] * 4

    def test_dropping(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """The file is saved all the same."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await written.typist.replace("30s", "35s")
            (tmp_path / "drafts").write_text("no folder", encoding="utf-8")
            written.editor.save()
            assert written.read() == HIPS.replace("30s", "35s")
            assert written.stage.said[-1] == "Saved as hips.yaml."
            assert len(written.stage.said) == 2
            (tmp_path / "drafts").unlink()
            await written.end()

        assert logged(fill, caplog) == ["A draft could not be dropped"]


@in_virtual_time
async def test_a_file_that_shadows_a_shipped_one_gives_way_to_it(tmp_path: Path) -> None:
    """When another program deletes it, the shipped one is what is edited."""
    written = Written(tmp_path)
    written.write("runner.yaml", STARTER)
    written.open("runner.yaml")
    assert written.editor._current.file.hides_shipped
    (written.user / "runner.yaml").unlink()
    written.editor.look_outside()
    file = written.editor._current.file
    assert (file.is_shipped, file.text) == (True, HIPS.replace("Hips", "Runner"))
    assert isinstance(file, RoutineFile)
    await written.end()

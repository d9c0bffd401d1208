"""A file is opened, left and opened again: what was typed and not saved is kept meanwhile, and asked for."""

import asyncio
from pathlib import Path

import pytest

from routine_app.core.routine.repository import Draft
from routine_app.ui.editor.editor import CHECK_AFTER_SECONDS, DRAFT_AFTER_SECONDS, NEW_FILE
from tests.ui import control_tree
from tests.ui.sample_editing import BROKEN_HIPS, CHANGED, HIPS, LEAVE, STARTER, Written
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop

HERE_AGAIN = "What you typed and did not save is here again."


class TestOpening:
    """One file at a time."""

    @in_virtual_time
    async def test_the_same_again_stays_as_it_is(self, tmp_path: Path) -> None:
        """What was typed is there."""
        written = Written(tmp_path).open()
        await written.break_it()
        written.open()
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert control_tree.button(written.client.top, "Undo").disabled is False
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
        assert HERE_AGAIN not in before.words
        await before.shown().typist.replace("20s", "25s")
        await before.end()
        written = Written(tmp_path)
        begin(written)
        assert HERE_AGAIN in written.words
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


class TestDrafts:
    """What is typed is kept until it is saved."""

    @in_virtual_time
    async def test_it_is_kept_after_a_pause(self, tmp_path: Path) -> None:
        """Not before, and with the version of the file that was edited."""
        written = Written(tmp_path).open()
        await written.break_it()
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
        await before.break_it()
        await before.end()
        written = Written(tmp_path).open()
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert HERE_AGAIN in written.words
        assert written.marked == [6]
        await written.tap("Save")
        assert HERE_AGAIN not in written.words
        assert (written.read(), written.drafts.all()) == (BROKEN_HIPS, ())
        await written.end()

    @in_virtual_time
    async def test_one_that_says_what_the_file_says_is_none(self, tmp_path: Path) -> None:
        """As when the app ended between the two."""
        written = Written(tmp_path)
        written.drafts.keep(Draft("hips.yaml", HIPS, "an old version"))
        written.open()
        assert HERE_AGAIN not in written.words
        written.editor.look_outside()
        assert written.stage.said == []
        await written.end()

    @in_virtual_time
    async def test_it_is_dropped_with_the_changes(self, tmp_path: Path) -> None:
        """The file is as it was."""
        written = Written(tmp_path).open()
        await written.break_it()
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
        await written.break_it()
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
        await before.break_it()
        await before.end()
        (tmp_path / "user" / "hips.yaml").unlink()
        written = Written(tmp_path)
        (tmp_path / "user" / "hips.yaml").unlink()
        written.open()
        assert HERE_AGAIN in written.words
        await written.tap("Save")
        assert "The file is gone" in written.words
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
        assert written.words[2] == LEAVE
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
        assert written.words[2] == LEAVE
        await written.end()

    @in_virtual_time
    async def test_it_asks_and_stays(self, tmp_path: Path) -> None:
        """With the text as it was."""
        written = Written(tmp_path).open()
        await written.break_it()
        await written.tap("Back")
        await written.tap("Keep editing")
        assert LEAVE not in written.words
        assert written.editor.screen.box.text == BROKEN_HIPS
        assert written.stage.left == []
        await written.end()

    @in_virtual_time
    async def test_what_was_found_again_is_asked_for(self, tmp_path: Path) -> None:
        """Though nothing was typed this time."""
        before = Written(tmp_path).open()
        await before.break_it()
        await before.end()
        written = Written(tmp_path).open()
        await written.tap("Back")
        assert LEAVE in written.words
        await written.end()

    @in_virtual_time
    async def test_a_conflict_keeps_it_here(self, tmp_path: Path) -> None:
        """The one question leads to the other."""
        written = Written(tmp_path).open()
        await written.break_it()
        written.write("hips.yaml", "title: theirs\n")
        await written.tap("Back")
        await written.tap("Save")
        assert written.words[2] == CHANGED
        assert written.stage.left == []
        assert written.editor.ask_to_leave() is True
        assert written.words[2] == CHANGED
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

"""An open file is saved: which file the text goes into, what is said of it, and what a full disk costs."""

import asyncio
from pathlib import Path

import pytest

from routine_app.core.editor.view import Answer
from routine_app.ui.editor.editor import NEW_FILE
from tests.ui import control_tree
from tests.ui.sample_editing import BROKEN_HIPS, CHANGED, HIPS, LEAVE, NO_ROOM, STARTER, Written
from tests.ui.virtual_time import in_virtual_time, logged

NOT_SAVED = "A routine could not be saved"
NOT_KEPT = "What was typed could not be kept as a draft"


class TestSaving:
    """The text goes into its file."""

    @in_virtual_time
    async def test_ones_own_file(self, tmp_path: Path) -> None:
        """Its state is told before and after."""
        written = Written(tmp_path).open()
        assert {"hips.yaml", "Saved"} <= set(written.words)
        save = control_tree.button(written.client.top, "Save")
        assert save.disabled is True
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        assert "Unsaved changes" in written.words
        assert save.disabled is False
        await written.tap("Save")
        assert written.read() == HIPS.replace("30s", "35s")
        assert written.stage.said == ["Saved as hips.yaml."]
        assert "Saved" in written.words
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
        assert "The app's own; saving makes your copy" in written.words
        await written.typist.replace("30s", "35s")
        await asyncio.sleep(0.2)
        await written.tap("Save")
        assert written.read("runner.yaml").count("35s") == 1
        assert "30s" in (written.shipped / "runner.yaml").read_text(encoding="utf-8")
        assert "Saved" in written.words
        written.editor.look_outside()
        assert written.stage.said == ["Saved as runner.yaml."]
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
        assert {NEW_FILE, "Not saved yet"} <= set(written.words)
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
        await written.break_it()
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


class TestFullDisk:
    """Nothing is lost, and one sentence says what to do."""

    def test_saving(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """The text is kept in the draft and on the screen; with room again it is saved."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await written.break_it()
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
            await written.break_it()
            written.files.is_full = written.drafts.is_full = True
            await written.tap("Save")
            assert written.stage.said == [NO_ROOM]
            assert written.editor.screen.box.text == BROKEN_HIPS
            assert "Unsaved changes" in written.words
            written.drafts.is_full = False
            await written.end()
            assert [draft.text for draft in written.drafts.all()] == [BROKEN_HIPS]

        assert logged(fill, caplog) == [NOT_SAVED, NOT_KEPT]

    @pytest.mark.parametrize("answer", [Answer.SAVE, Answer.OVERWRITE])
    def test_after_a_question(self, tmp_path: Path, caplog: pytest.LogCaptureFixture, answer: Answer) -> None:
        """The text is back on the screen, not the question that was answered."""

        async def fill() -> None:
            written = Written(tmp_path).open()
            await written.break_it()
            if answer is Answer.OVERWRITE:
                written.write("hips.yaml", "title: theirs\n")
                await written.tap("Save")
            else:
                await written.tap("Back")
            written.files.is_full = True
            written.editor.answer(answer)
            assert written.stage.said == [NO_ROOM]
            assert {"No errors", LEAVE, CHANGED}.isdisjoint(written.words)
            assert written.has_text
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

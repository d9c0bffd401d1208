"""Another program changes or deletes the open file: nothing is overwritten, and nothing typed is lost."""

import asyncio
from pathlib import Path

from tests.ui.sample_editing import CHANGED, HIPS, STARTER, Written
from tests.ui.virtual_time import in_virtual_time


class TestChangedOutside:
    """Another program has written the file."""

    THEIRS = HIPS.replace("45s", "1m") + "  - {name: Bridge, muscles: [glutes], hold: 45s}\n"

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
        assert written.words[2] == CHANGED
        assert "mine      hold: 35s   # long enough" in written.words
        assert "file    - {name: Butterfly, muscles: [adductors], hold: 1m}" in written.words
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
        assert CHANGED not in written.words
        await written.end()

    @in_virtual_time
    async def test_theirs_is_taken_and_mine_is_a_step_back(self, tmp_path: Path) -> None:
        """Nothing typed is lost even then."""
        written = await self.ask(tmp_path)
        await written.tap("Take the file")
        assert written.editor.screen.box.text == self.THEIRS
        assert written.typist.text == self.THEIRS
        assert "Saved" in written.words
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
        assert CHANGED not in written.words
        assert written.editor.screen.box.text == HIPS.replace("30s", "35s")
        await written.tap("Save")
        assert CHANGED in written.words
        assert written.read() == self.THEIRS
        await written.end()

    @in_virtual_time
    async def test_it_changes_again_while_it_asks(self, tmp_path: Path) -> None:
        """The yes was for what was shown, not for this."""
        written = await self.ask(tmp_path)
        written.write("hips.yaml", HIPS.replace("45s", "2m"))
        await written.tap("Save mine")
        assert CHANGED in written.words
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
        assert written.words[2] == "The file is gone"
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
        assert "Saved" in written.words
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
        assert "Not saved yet" in written.words
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


@in_virtual_time
async def test_a_file_that_shadows_a_shipped_one_gives_way_to_it(tmp_path: Path) -> None:
    """When another program deletes it, the shipped one is what is edited."""
    written = Written(tmp_path)
    written.write("runner.yaml", STARTER)
    written.open("runner.yaml")
    assert "Saved" in written.words
    assert written.editor.screen.box.text == STARTER
    (written.user / "runner.yaml").unlink()
    written.editor.look_outside()
    assert "The app's own; saving makes your copy" in written.words
    assert written.editor.screen.box.text == HIPS.replace("Hips", "Runner")
    await written.end()

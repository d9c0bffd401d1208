"""The text under way is checked, goes a step back and on, is changed by the plan's buttons, and is tried."""

import asyncio
from pathlib import Path

import pytest

from routine_app.core.routine.repository import ChangeNumber, MoveStretch, NumberField
from routine_app.ui.editor.editor import CHECK_AFTER_SECONDS, DRAFT_AFTER_SECONDS
from tests.ui import control_tree
from tests.ui.sample_editing import BROKEN_HIPS, HIPS, Written
from tests.ui.virtual_time import in_virtual_time


def stretches(written: Written) -> list[str]:
    """The stretches of the plan, in its order: each has a button that moves it up."""
    names = [control_tree.name_of(one) for one in control_tree.buttons(written.client.top)]
    return [name.removeprefix("Up, ") for name in names if name.startswith("Up, ")]


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
        assert 'Line 7: hold: "3 xy" is not a duration; write it like 30s, 1m30s or 1:30' in written.words
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
        await written.break_it()
        assert control_tree.button(written.client.top, "Try").disabled is True
        assert "This is the plan before the error." in written.words
        await written.typist.replace("3 x", "35s")
        await asyncio.sleep(0.2)
        assert written.marked == []
        assert "No errors" in written.words
        assert control_tree.button(written.client.top, "Try").disabled is False
        await written.end()

    @in_virtual_time
    async def test_a_warning_does_not_keep_it_from_running(self, tmp_path: Path) -> None:
        """It is told as one."""
        written = Written(tmp_path)
        written.write("hips.yaml", HIPS.replace("sides: each", "sides: {left: 20s, right: 30s}"))
        written.open()
        (verdict,) = [word for word in written.words if word.startswith("Warning, line ")]
        assert verdict.startswith("Warning, line 7: hold: ")
        assert control_tree.button(written.client.top, "Try").disabled is False
        await written.end()


class TestSteps:
    """Undo, redo, and the buttons of the plan."""

    @in_virtual_time
    async def test_back_and_on_again(self, tmp_path: Path) -> None:
        """By the buttons, which are off where there is no step; what is wrong follows."""
        written = Written(tmp_path).open()
        undo, redo = (control_tree.button(written.client.top, name) for name in ("Undo", "Redo"))
        assert (undo.disabled, redo.disabled) == (True, True)
        await written.break_it()
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
        await written.break_it()
        written.editor.press("Z", with_shift=False)
        assert written.editor.screen.box.text == HIPS
        await written.typist.show("what the widget undoes")
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
        assert stretches(written) == ["Butterfly", "Pigeon pose"]
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

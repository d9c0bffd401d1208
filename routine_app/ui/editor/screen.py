"""The editor: the text of a routine, what is wrong with it, and the plan that comes of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import flet as ft

from routine_app.core.editor.view import EditorView
from routine_app.ui.editor.code_box import CodeBox
from routine_app.ui.editor.plan_panel import PlanPanel
from routine_app.ui.editor.question import EditorQuestion
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import LOW_SCREEN, MainButton, back_button, quiet_button, tool_button
from routine_app.ui.kit.cards import heading, quiet_text, stretched, title_text
from routine_app.ui.kit.full_page import Place
from routine_app.ui.kit.viewport import Viewport

if TYPE_CHECKING:
    from routine_app.ui.editor.editor import Editor

PLAN_BESIDE_FROM = 840
"""From this width on the plan stands beside the text, in logical pixels; below it under the text."""

BUTTON_HEIGHT = 56
LOW_BUTTON_HEIGHT = 48


class EditorScreen:
    """One file in the editor. `show` is all that writes to its controls but the text itself."""

    def __init__(self, editor: "Editor", on_typed: Callable[[str, int], None]) -> None:
        self._title = title_text(size=20)
        self._title.no_wrap, self._title.overflow = True, ft.TextOverflow.ELLIPSIS
        self._state = quiet_text("", size=14)
        self._state.no_wrap, self._state.overflow = True, ft.TextOverflow.ELLIPSIS
        self._notice = quiet_text("", size=15)
        self._verdict = ft.Text("", size=15, color=theme.INK, max_lines=3, overflow=ft.TextOverflow.ELLIPSIS)
        self._verdict_icon = ft.Icon(ft.Icons.CHECK_CIRCLE_ROUNDED, size=20, color=theme.HOLD)
        self._undo = tool_button("Undo", ft.Icons.UNDO_ROUNDED, editor.undo)
        self._redo = tool_button("Redo", ft.Icons.REDO_ROUNDED, editor.redo)
        self.box = CodeBox(on_typed)
        self._plan = PlanPanel(editor.edit)
        self._question = EditorQuestion(editor.answer)
        self._try = quiet_button("Try", editor.try_out, height=BUTTON_HEIGHT)
        self._other_words = ft.Text("Plan", no_wrap=True)
        self._other_side = quiet_button(self._other_words, self._turn_over, height=LOW_BUTTON_HEIGHT)
        self._other_side.visible = False
        self._save = MainButton("Save", editor.save, ft.Icons.CHECK_ROUNDED, BUTTON_HEIGHT)
        self._top = self._toolbar(editor)
        self._place, self._is_asked = Place(), False
        self._verdict_line = self._verdict_row()
        self._text_side = ft.Column([self._framed_box(), self._verdict_line], spacing=8, expand=3)
        self._plan_side = ft.Container(content=self._plan.control, expand=2)
        self._buttons = self._button_row()
        column = ft.Column(
            [self._top, self._notice, self._place.control, self._buttons], spacing=8, expand=True
        )
        padded = ft.Container(
            content=column, padding=ft.Padding.symmetric(horizontal=12, vertical=8), expand=True
        )
        self._has_room_for_both, self._is_plan_alone = True, False
        self.control = ft.SafeArea(content=padded, expand=True)
        self._arrange(is_beside=False)

    def fit(self, viewport: Viewport) -> None:
        """Set the plan beside or below the text, or hide it where a keyboard leaves no room."""
        is_beside, words_scale = viewport.width >= PLAN_BESIDE_FROM, viewport.text_scale.words
        if self._is_beside is not is_beside:
            self._arrange(is_beside=is_beside)
        is_low = viewport.height < LOW_SCREEN * words_scale
        self._has_room_for_both = is_beside or not is_low
        self._show_sides()
        self._save.control.height = self._try.height = (
            LOW_BUTTON_HEIGHT if is_low else BUTTON_HEIGHT * max(1, words_scale)
        )
        self._state.visible = not is_low
        # Of large words three have room on a small phone beside each other, and no picture.
        self._save.show("Save", None if viewport.is_narrow else ft.Icons.CHECK_ROUNDED)
        self._try.expand = None if viewport.is_narrow else 1
        self._verdict.max_lines = 1 if is_low else 3
        self.box.fit(words_scale)

    def show(self, view: EditorView) -> None:
        """Write the view to the controls."""
        self._title.value, self._state.value = view.file_name, view.state
        self._notice.value, self._notice.visible = view.notice, bool(view.notice)
        self._verdict.value = view.verdict
        is_fine = view.can_try
        self._verdict_icon.icon = ft.Icons.CHECK_CIRCLE_ROUNDED if is_fine else ft.Icons.ERROR_ROUNDED
        self._verdict_icon.color = theme.HOLD if is_fine else theme.ACCENT
        self._undo.disabled, self._redo.disabled = not view.can_undo, not view.can_redo
        self._save.control.disabled, self._try.disabled = not view.can_save, not view.can_try
        self.box.show(view.problems)
        self._plan.show(view.plan, is_current=view.is_plan_current)
        self._question.show(view.question)
        self._is_asked = view.question is not None
        self._fill_place()
        self._buttons.visible = not self._is_asked

    def _fill_place(self) -> None:
        self._place.hold(self._question.control if self._is_asked else self._body)

    def _turn_over(self) -> None:
        """Show the plan where the text was, or the text again."""
        self._is_plan_alone = not self._is_plan_alone
        self._show_sides()

    def _show_sides(self) -> None:
        """Show text and plan, or one of them where there is no room for both."""
        alone = not self._has_room_for_both
        self._text_side.visible = not (alone and self._is_plan_alone)
        self._plan_side.visible = not alone or self._is_plan_alone
        self._other_side.visible = alone
        self._other_words.value = "Text" if self._is_plan_alone else "Plan"

    def _arrange(self, *, is_beside: bool) -> None:
        self._is_beside = is_beside
        parts: list[ft.Control] = [self._text_side, self._plan_side]
        self._body: ft.Control = (
            ft.Row(parts, spacing=16, expand=True, vertical_alignment=ft.CrossAxisAlignment.STRETCH)
            if is_beside
            else ft.Column(parts, spacing=8, expand=True)
        )
        self._fill_place()

    def _toolbar(self, editor: "Editor") -> ft.Control:
        back = back_button(editor.leave)
        # As wide as each other, they are read in their order: Flutter looks where the middle of each is.
        names = stretched([heading(self._title), self._state], spacing=2, tight=True)
        names.expand = True
        helping = tool_button("Help", ft.Icons.HELP_OUTLINE_ROUNDED, editor.show_help)
        return ft.Row([back, names, self._undo, self._redo, helping], spacing=0)

    def _framed_box(self) -> ft.Control:
        text = ft.Semantics(content=self.box.control, label="Text of the routine", expand=True)
        return ft.Container(
            content=ft.Stack([self.box.letter, text], fit=ft.StackFit.EXPAND),
            expand=True,
            border=ft.Border.all(1, theme.LINE),
            border_radius=12,
            bgcolor=theme.SURFACE,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        )

    def _verdict_row(self) -> ft.Control:
        words = ft.Container(content=self._verdict, expand=True)
        row = ft.Row([self._verdict_icon, words], spacing=8)
        return ft.Semantics(content=row, live_region=True)

    def _button_row(self) -> ft.Control:
        self._try.expand, self._save.control.expand = 1, 2
        row = ft.Row([self._other_side, self._try, self._save.control], spacing=8, width=theme.COLUMN_WIDTH)
        return ft.Container(
            content=row,
            alignment=ft.Alignment.CENTER,
        )

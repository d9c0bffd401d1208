"""The plan that the text in the editor compiles to, with the buttons that change its numbers."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.editor.plan_view import NumberFieldView, PlanStep, PlanView, StretchNumberFields
from routine_app.core.routine.repository import ChangeNumber, Edit, MoveStretch
from routine_app.ui.kit.buttons import tool_button
from routine_app.ui.kit.cards import body_text, card_of, card_title, quiet_text, stretched


class PlanPanel:
    """Total, stretches, seconds for each muscle, and every step. `show` is all that writes to it."""

    def __init__(self, on_edit: Callable[[Edit], None]) -> None:
        self._on_edit = on_edit
        self._shown: tuple[PlanView | None, bool] | None = None
        self._column = stretched([], spacing=10)
        self._column.scroll, self._column.expand = ft.ScrollMode.AUTO, True
        self.control = ft.Container(content=self._column, expand=True)

    def show(self, view: PlanView | None, *, is_current: bool) -> None:
        """Show the plan; one that is not of the present text cannot be changed by buttons."""
        if (view, is_current) == self._shown:
            return
        self._shown = (view, is_current)
        if view is None:
            self._column.controls = [body_text("The plan stands here as soon as the text has no errors.")]
            return
        self._column.controls = [
            *_head(view, is_current=is_current),
            *(self._stretch(stretch, is_current=is_current) for stretch in view.stretches),
            *_muscles(view),
            *_steps(view),
        ]

    def _stretch(self, stretch: StretchNumberFields, *, is_current: bool) -> ft.Control:
        title = card_title(stretch.name)
        title.expand = True
        up = self._mover(stretch, -1, "Up", ft.Icons.ARROW_UPWARD_ROUNDED)
        down = self._mover(stretch, 1, "Down", ft.Icons.ARROW_DOWNWARD_ROUNDED)
        up.disabled = not (is_current and stretch.can_go_up)
        down.disabled = not (is_current and stretch.can_go_down)
        fields = ft.Row(
            [self._number_field(stretch.index, field, is_current=is_current) for field in stretch.knobs],
            wrap=True,
            spacing=12,
            run_spacing=4,
        )
        return card_of(ft.Row([title, up, down], spacing=0), fields, spacing=4)

    def _mover(self, stretch: StretchNumberFields, by: int, word: str, icon: ft.IconData) -> ft.IconButton:
        move = partial(self._on_edit, MoveStretch(stretch.index, by))
        return tool_button(f"{word}, {stretch.name}", icon, move)

    def _number_field(self, index: int, field: NumberFieldView, *, is_current: bool) -> ft.Control:
        less = self._change_button(index, field, -field.step, field.less, ft.Icons.REMOVE_ROUNDED)
        more = self._change_button(index, field, field.step, field.more, ft.Icons.ADD_ROUNDED)
        less.disabled = more.disabled = not is_current
        words = ft.Column(
            [quiet_text(field.label, size=14), body_text(field.value)],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        )
        return ft.Row([less, words, more], spacing=0, tight=True)

    def _change_button(
        self, index: int, field: NumberFieldView, by: int, name: str, icon: ft.IconData
    ) -> ft.IconButton:
        change = partial(self._on_edit, ChangeNumber(index, field.knob, by))
        return tool_button(name, icon, change)


def _head(view: PlanView, *, is_current: bool) -> list[ft.Control]:
    facts: list[ft.Control] = [card_title(view.title), quiet_text(view.facts)]
    if not is_current:
        facts.append(body_text("This is the plan before the error."))
    return [ft.Column(facts, spacing=2, tight=True)]


def _muscles(view: PlanView) -> list[ft.Control]:
    if not view.muscles:
        return []
    rows: list[ft.Control] = [
        ft.Row([ft.Container(body_text(name), expand=True), quiet_text(held)]) for name, held in view.muscles
    ]
    return [card_of(card_title("Held for each muscle"), *rows)]


def _steps(view: PlanView) -> list[ft.Control]:
    rows: list[ft.Control] = [_step(step) for step in view.steps]
    if view.more_steps:
        rows.append(quiet_text(view.more_steps))
    return [card_of(card_title("Step by step"), *rows)]


def _step(step: PlanStep) -> ft.Control:
    words = body_text(step.words) if step.is_hold else quiet_text(step.words, size=16)
    return ft.Row(
        [
            ft.Container(quiet_text(step.start), width=52),
            ft.Container(words, expand=True),
            quiet_text(step.length),
        ]
    )

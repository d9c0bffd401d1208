"""Finds controls on a screen the way people do: by the words on them."""

import dataclasses
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, TypeVar

import flet as ft
from flet.controls.base_control import BaseControl

from routine_app.core.text.line_breaks import SOFT_BREAK

C = TypeVar("C", bound=BaseControl)


def control_id(control: BaseControl) -> int:
    """The number by which Flet's protocol names a control."""
    return control._i  # noqa: SLF001 - Flet tells it nowhere else


def visible_below(root: BaseControl) -> Iterator[BaseControl]:
    """A control and all that is in it, from the top, without what is not shown, or only measured."""
    if getattr(root, "visible", True):
        yield root
        for child in children(root):
            if not isinstance(child, ft.TransparentPointer):
                yield from visible_below(child)


def children(control: BaseControl) -> Iterator[BaseControl]:
    """The controls directly in a control, in the order of its fields."""
    for field in dataclasses.fields(control):
        if not field.metadata.get("skip", False):
            yield from controls_in(getattr(control, field.name, None))


def controls_in(value: Any) -> Iterator[BaseControl]:  # noqa: ANN401 - a field may hold anything
    """The controls that a value is or lists."""
    if isinstance(value, BaseControl):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from controls_in(item)


def shown(root: BaseControl, kind: type[C]) -> list[C]:
    """The controls of one kind that are shown, in the order in which they are read."""
    return [control for control in visible_below(root) if isinstance(control, kind)]


def words(root: BaseControl) -> list[str]:
    """The texts that are shown, without empty ones, and without where they may be broken."""
    return [text.value.replace(SOFT_BREAK, "") for text in shown(root, ft.Text) if text.value]


def text(root: BaseControl, words: str) -> ft.Text:
    """The one text that is shown with exactly these words."""
    found = [control for control in shown(root, ft.Text) if control.value.replace(SOFT_BREAK, "") == words]
    assert len(found) == 1, f"{words} is shown {len(found)} times"
    return found[0]


def outlines(root: BaseControl) -> list[ft.Border]:
    """The outlines that are shown."""
    return [found.border for found in shown(root, ft.Container) if found.border]


def name_of(button: BaseControl) -> str:
    """A button's accessible name: its words, and those of its picture."""
    pictures = [icon.semantics_label or "" for icon in shown(button, ft.Icon)]
    return " ".join(word for word in [*words(button), *pictures] if word)


def buttons(root: BaseControl) -> list[ft.FilledButton | ft.IconButton]:
    """The buttons that are shown."""
    return [
        control for control in visible_below(root) if isinstance(control, ft.FilledButton | ft.IconButton)
    ]


def button(root: BaseControl, name: str) -> ft.FilledButton | ft.IconButton:
    """The one button of that accessible name, else the one whose name begins so."""
    found = [control for control in buttons(root) if name_of(control) == name]
    found = found or [control for control in buttons(root) if name_of(control).startswith(name)]
    assert len(found) == 1, f"{name} is among {[name_of(control) for control in buttons(root)]}"
    return found[0]


def press(control: ft.FilledButton | ft.IconButton) -> None:
    """Do what a click on a button does, with no page around it."""
    act = control.on_click
    assert act is not None
    act()  # type: ignore[call-arg]  # none of the app's buttons wants the event


def focus(control: ft.FilledButton | ft.IconButton) -> None:
    """Move the keyboard's focus to a button, with no page around it."""
    act = control.on_focus
    assert act is not None
    act()  # type: ignore[call-arg]  # the same


def write(field: ft.TextField, words: str) -> None:
    """Put words into a field, which tells of them, with no page around it."""
    field.value = words
    act = field.on_change
    assert act is not None
    act(SimpleNamespace(control=field))  # type: ignore[call-arg, arg-type]  # all that it asks of an event

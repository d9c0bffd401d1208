"""What a client has of a page: the controls that it was sent, changed by each message the way Flet's client does it."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import msgpack  # type: ignore[import-untyped]  # it has no annotations
from flet.controls.base_control import BaseControl
from flet.messaging.protocol import decode_ext_from_msgpack

from tests.ui import control_tree
from tests.ui.control_tree import control_id

REPLACE, ADD, REMOVE, MOVE = range(4)

Node = dict[str, Any]
Holding = dict[str, list[int]]
"""The numbers of the controls in each field of a control that has some."""

Outline = dict[int, Holding]
"""Of each control on a page, by its number."""


class ClientTree:
    """The controls of one page, `root` and all that is in it.

    A message to a control that is not there is left out, and one that does not fit raises, as there.
    """

    def __init__(self, root: Node) -> None:
        self.root = root

    def apply(self, target: int, patch: Sequence[Any]) -> None:
        """Change what is there by the patch of a message, which begins at the control of that number."""
        paths, *operations = patch
        root = next((node for node in nodes(self.root) if node["_i"] == target), None)
        if root is None:
            return
        places = dict(_places(paths, ()))
        for kind, place, key, *rest in operations:
            holder = _at(root, places[place])
            if kind == MOVE:
                _at(root, places[rest[0]]).insert(rest[1], holder.pop(key))
            elif kind == REMOVE:
                del holder[key]
            elif kind == ADD and isinstance(holder, list):
                holder.insert(key, rest[0])
            else:
                holder[key] = rest[0]

    def outline(self) -> Outline:
        """What each control holds that hangs on the page."""
        return {node["_i"]: _holds(node) for node in nodes(self.root)}


def outline(page: BaseControl) -> Outline:
    """The same of the page as the app has it."""
    return {control_id(control): _held_by(control) for control in _below(page)}


def _below(control: BaseControl) -> Iterator[BaseControl]:
    yield control
    for child in control_tree.children(control):
        yield from _below(child)


def _held_by(control: BaseControl) -> Holding:
    held = {
        field.name: [
            control_id(child) for child in control_tree.controls_in(getattr(control, field.name, None))
        ]
        for field in fields(control)
        if not field.metadata.get("skip", False)
    }
    return {name: children for name, children in held.items() if children}


def _holds(node: Node) -> Holding:
    held = {
        name: [child["_i"] for child in (value if isinstance(value, list) else [value]) if _is_control(child)]
        for name, value in node.items()
    }
    return {name: children for name, children in held.items() if children}


def _is_control(value: object) -> bool:
    return isinstance(value, dict) and "_c" in value


def unpacked(message: bytes) -> Any:  # noqa: ANN401 - whatever a message has
    """What the bytes of a message say."""
    return msgpack.unpackb(message, ext_hook=decode_ext_from_msgpack, strict_map_key=False)


def _places(node: Sequence[Any], path: tuple[object, ...]) -> Iterator[tuple[int, tuple[object, ...]]]:
    yield node[0], path
    for key, child in node[1].items() if len(node) > 1 else ():
        yield from _places(child, (*path, key))


def _at(root: Node, path: Sequence[Any]) -> Any:  # noqa: ANN401 - a list, or what a control has
    for key in path:
        root = root[key]
    return root


def nodes(value: object) -> Iterator[Node]:
    """The controls in what a message says, from the top."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        if _is_control(value):
            yield value
        for item in value.values():
            yield from nodes(item)

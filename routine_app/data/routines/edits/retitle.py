"""Changes the title in a text."""

import json

from routine_app.core.routine.repository import RefusedEditError
from routine_app.core.routine.yaml_scalar import flow_yaml
from routine_app.data.yaml.nodes import Node, TextNode, aliases_in, value_at
from routine_app.data.yaml.text_lines import Replacement, after_anchor


def retitle(text: str, root: Node | None, title: str) -> Replacement:
    """What to replace in the text, whose tree is `root`; an alias gives way to the title. Raises RefusedEditError."""
    value = value_at(root, "title")
    if root is None or not isinstance(value, TextNode):
        raise RefusedEditError("The title is not written as a text; change it in the text.")
    if not value.alias and any(alias.target_start == value.start for alias in aliases_in(root)):
        raise RefusedEditError("The title is repeated elsewhere by its anchor; change it in the text.")
    start = value.start if value.alias else after_anchor(text, value.start)
    new = json.dumps(title, ensure_ascii=False) if text[start] == '"' else flow_yaml(title)
    return Replacement(start, value.end, new)

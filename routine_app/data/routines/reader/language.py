"""Reads the language that a routine's texts are written in."""

import re

from routine_app.data.yaml.nodes import Node
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.values import read_scalar

_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
"""A language, perhaps with its script and its country (BCP 47, without its rarer parts)."""

_BETWEEN = re.compile(r"\s*[\s_\u2010-\u2015-]\s*")
"""What people and systems write between its parts: `de_DE`, `de DE`."""


class LanguageReader:
    """A tag such as those of web pages; which languages can be spoken, the device knows."""

    allowed = "the tag of a language, such as en, de, pt-BR or zh-Hant"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The tag as it is written; None, and an error, if it cannot be one."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None or _TAG.fullmatch(text):
            return text
        meant = _BETWEEN.sub("-", text.partition(".")[0])  # without the encoding, as in `de_DE.UTF-8`
        advice = f'did you mean "{meant}"?' if _TAG.fullmatch(meant) else f"write {self.allowed}"
        problems.error(node.place, key, f"{shown(text)} is not the tag of a language; {advice}")
        return None

"""Reads cues: a text alone, or a text with its time in the hold."""

import re
from typing import NamedTuple

from routine_app.core.routine.duration_text import parse_duration
from routine_app.core.routine.model import Cue, CueTime
from routine_app.data.routines.reader.sequence import ListReader
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import MappingNode, Node, TextNode, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import did_you_mean, shown
from routine_app.data.yaml.values import ScalarReader, TextReader, WrongValueError, read_scalar

CUE_TEXT = TextReader(longest=140)

_NAMED_TIMES = {"start": CueTime(), "halfway": CueTime(share=0.5), "end": CueTime(share=1.0)}
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*%")


class PlacedCue(NamedTuple):
    """A cue, and how its time is written; `at_node` is None for a cue with no time."""

    cue: Cue
    at_node: Node | None = None


class CueTimeReader(ScalarReader[CueTime]):
    """A time in a hold; whether it lies inside the hold is not known here."""

    allowed = "start, halfway, end, or a time like 10s, -10s or 25%"

    def parse(self, text: str) -> CueTime:
        """The time."""
        time = parse_cue_time(text)
        if time is None:
            hint = did_you_mean(text, _NAMED_TIMES)
            raise WrongValueError(f"{shown(text)} is not a time in a hold; write {self.allowed}{hint}")
        return time


_CUE_TIME = CueTimeReader()


class CueReader:
    """One entry of `cues`."""

    allowed = "text of 1 to 140 characters, or {at: halfway, say: TEXT}"

    def read(self, node: Node, key: str, problems: ProblemList) -> PlacedCue | None:
        """The cue; None, and errors, if it is none."""
        if isinstance(node, MappingNode):
            return self._read_timed(node, key, problems)
        if text_of(node):
            text = CUE_TEXT.read(node, key, problems)
            return PlacedCue(Cue(text)) if text is not None else None
        read_scalar(node, key, self.allowed, problems)
        return None

    def _read_timed(self, node: MappingNode, key: str, problems: ProblemList) -> PlacedCue | None:
        if _is_text_with_colon(node):
            read_scalar(node, key, self.allowed, problems)
            return None
        fields = MappingReader(node, "a cue", ("at", "say"), problems)
        at = fields.required("at", _CUE_TIME)
        say = fields.required("say", CUE_TEXT)
        return PlacedCue(Cue(say, at), fields.node("at")) if at is not None and say is not None else None


CUES = ListReader(CueReader(), "cues", most=20)


def parse_cue_time(text: str) -> CueTime | None:
    """The moment that `start`, `halfway`, `end`, `10s`, `-10s` or `25%` stands for, or None."""
    if text in _NAMED_TIMES:
        return _NAMED_TIMES[text]
    if match := _SHARE.fullmatch(text):
        share = round(float(match[1]) / 100, 8)
        return CueTime(share=share) if share <= 1 else None
    if text.startswith("-"):
        before_end = parse_duration(text[1:])
        return CueTime(share=1.0, offset_seconds=-before_end) if before_end is not None else None
    after_start = parse_duration(text)
    return CueTime(offset_seconds=after_start) if after_start is not None else None


def _is_text_with_colon(node: MappingNode) -> bool:
    """Whether a mapping is a sentence such as `Breathe: in and out`, and no cue with a wrong key."""
    keys = [key.text for key, _ in node.pairs if isinstance(key, TextNode)]
    return len(node.pairs) <= 1 and not any(did_you_mean(key, ("at", "say")) for key in keys)

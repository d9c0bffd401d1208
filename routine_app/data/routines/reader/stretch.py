"""Reads one entry of `stretches`."""

from typing import NamedTuple

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.limits import LONGEST_GAP_SECONDS, NAME_LIMIT, REPEAT_LIMIT
from routine_app.core.routine.model import Cue, Stretch, StretchKind
from routine_app.core.routine.muscles import MUSCLES
from routine_app.data.routines.reader.cues import CUES, PlacedCue
from routine_app.data.routines.reader.holds import HoldsOfASet, read_holds
from routine_app.data.routines.reader.language import LanguageReader
from routine_app.data.routines.reader.sequence import ListReader
from routine_app.data.yaml.curly_quotes import is_in_curly_quotes
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import MappingNode, Node, text_of
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.quoting import did_you_mean, shown
from routine_app.data.yaml.text_signs import entry_meant, list_of
from routine_app.data.yaml.values import (
    ChoiceReader,
    DurationReader,
    TextReader,
    WholeNumberReader,
    read_scalar,
)

STRETCH_KEYS = (
    "name", "kind", "muscles", "sides", "first", "hold", "sets", "rest", "switch", "how", "why", "figure", "cues",
    "language",
)  # fmt: skip

GAP = DurationReader(shortest_seconds=0, longest_seconds=LONGEST_GAP_SECONDS)
"""`get_ready`, `rest` and `switch`."""

REPEATS = WholeNumberReader(1, REPEAT_LIMIT)
"""`rounds` and `sets`."""

LANGUAGE = LanguageReader()
"""`language`."""

LONG_TEXT = TextReader(longest=500, has_lines=True)
"""`description`, `how` and `why`."""

_NAME = TextReader(longest=NAME_LIMIT)
_MUSCLE_NAME = TextReader(longest=NAME_LIMIT, takes_comments=True)
_FIGURE_NAME = TextReader(longest=80, takes_comments=True)
_KIND = ChoiceReader({kind.value: kind for kind in StretchKind}, "stretch or strength")


class MuscleReader:
    """A muscle's name; one that the app does not know is a warning."""

    allowed = "the name of a muscle"

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The name as it is written, known or not; None, and an error, if it is no text."""
        muscle = _MUSCLE_NAME.read(node, key, problems)
        if muscle is not None and muscle not in MUSCLES and not is_in_curly_quotes(muscle):
            problems.warning(
                node.place, key, f"{shown(muscle)} is not a muscle that the app knows; {_meant(muscle)}"
            )
        return muscle


def _meant(muscle: str) -> str:
    """What to write instead of a muscle that is none."""
    if several := list_of(muscle):
        return f"write a list: {several}"
    if entry := entry_meant(muscle):
        return f"write {shown(entry)}"
    return did_you_mean(muscle, MUSCLES).removeprefix("; ") or f"the app knows {', '.join(MUSCLES)}"


class FigureReader:
    """The name of a picture: it cannot lead out of the folder that it is looked for in."""

    allowed = "the plain name of a picture, at most 80 characters, without / \\ : or .."

    def read(self, node: Node, key: str, problems: ProblemList) -> str | None:
        """The name; None, and an error, if it is too long or could be a path."""
        figure = _FIGURE_NAME.read(node, key, problems)
        if figure is None or not (any(mark in figure for mark in ("/", "\\", ":", "..")) or figure == "."):
            return figure
        problems.error(node.place, key, f"{shown(figure)} is not allowed; write {self.allowed}")
        return None


_FIGURE = FigureReader()
_MUSCLES = ListReader(MuscleReader(), "muscles", most=6, takes_one_alone=True)


class ReadStretch(NamedTuple):
    """A stretch, with the places that warnings about its holds point at."""

    stretch: Stretch
    set_holds: HoldsOfASet


class StretchReader:
    """Reads a stretch; `rest_seconds`, `switch_seconds` and `language` are the routine's, for when it has no own."""

    allowed = "a mapping with name, hold and so on"

    def __init__(self, rest_seconds: float, switch_seconds: float, language: str) -> None:
        self._rest_seconds = rest_seconds
        self._switch_seconds = switch_seconds
        self._language = language

    def read(self, node: Node, key: str, problems: ProblemList) -> ReadStretch | None:
        """The stretch, or None if its name or its holds have errors."""
        if not isinstance(node, MappingNode):
            text = read_scalar(node, key, self.allowed, problems)
            if text is not None:
                problems.error(node.place, key, f"{shown(text)} is not a stretch; write {self.allowed}")
            return None
        fields = MappingReader(node, "a stretch", STRETCH_KEYS, problems)
        name = fields.required("name", _NAME)
        set_holds = read_holds(fields, problems)
        stretch = Stretch(
            name=name or "",
            holds=tuple(placed.hold for placed in set_holds.holds),
            rest_seconds=fields.optional("rest", GAP, self._rest_seconds),
            switch_seconds=fields.optional("switch", GAP, self._switch_seconds),
            kind=fields.optional("kind", _KIND, StretchKind.STRETCH),
            muscles=tuple(dict.fromkeys(fields.optional("muscles", _MUSCLES, ()))),
            sets=fields.optional("sets", REPEATS, 1),
            how=fields.optional("how", LONG_TEXT, ""),
            why=fields.optional("why", LONG_TEXT, ""),
            figure=fields.optional("figure", _FIGURE, None),
            cues=_read_cues(fields, set_holds, problems),
            language=fields.optional("language", LANGUAGE, self._language),
        )
        return ReadStretch(stretch, set_holds) if stretch.name and stretch.holds else None


def _read_cues(fields: MappingReader, set_holds: HoldsOfASet, problems: ProblemList) -> tuple[Cue, ...]:
    placed_cues = fields.optional("cues", CUES, ())
    for placed in placed_cues:
        _check_inside(placed, set_holds, problems)
    return tuple(placed.cue for placed in placed_cues)


def _check_inside(placed: PlacedCue, set_holds: HoldsOfASet, problems: ProblemList) -> None:
    """A cue must lie inside the hold of every side that it is said on."""
    if placed.cue.at is None or placed.at_node is None:
        return
    for hold_seconds in sorted({hold.hold.hold_seconds for hold in set_holds.holds}):
        if not 0 <= round(placed.cue.at.seconds_into(hold_seconds), 3) <= hold_seconds:
            outside = (
                f"{shown(text_of(placed.at_node))} is outside the hold of {spell_duration(hold_seconds)}"
            )
            problems.error(placed.at_node.place, "at", f"{outside}; write a time inside it, such as halfway")
            return

"""Reads the text of `settings.yaml`: the settings, and everything in it that is not allowed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from routine_app.core.days import WEEK_DAYS
from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.problem import Problem
from routine_app.core.settings.settings import (
    LEAST_DOSE_SECONDS,
    MOST_DOSE_SECONDS,
    MOST_GET_READY_SECONDS,
    Settings,
    Theme,
)
from routine_app.data.yaml.decoding import decode_file
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import (
    FILE_START,
    BrokenNode,
    ListNode,
    MappingNode,
    Node,
    TextNode,
    is_empty,
)
from routine_app.data.yaml.problem_list import SHOWN_LIMIT, ProblemList, TooManyProblemsError
from routine_app.data.yaml.quoting import did_you_mean, shortened, shown
from routine_app.data.yaml.tree import read_tree
from routine_app.data.yaml.values import DurationReader, WholeNumberReader, read_scalar

FILE_LIMIT_BYTES = 64 * 1024
"""The longest settings file that is read; one with every key takes about one KiB."""

KEYS = (
    "voice",
    "sounds",
    "volume",
    "vibration",
    "keep_awake",
    "get_ready",
    "hold_length",
    "theme",
    "ring",
    "weekly_dose",
    "weekly_days",
)

AS_THE_ROUTINE = "routine"
"""What stands at `get_ready` when each routine's own time holds."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SettingsReading:
    """What came of reading the file: the settings hold only if there is no problem.

    `text` is the file's text without its byte order mark, and `tree` its mapping, None where it has
    none. `unknown` are the keys that mean nothing to the app, as warnings.
    """

    settings: Settings
    problems: tuple[Problem, ...] = ()
    unknown: tuple[Problem, ...] = ()
    text: str = ""
    tree: MappingNode | None = None


@dataclass(frozen=True, slots=True)
class _WordReader(Generic[T]):
    """One of a few words, in capitals or not, each with its value; `allowed` names those to write."""

    values: Mapping[str, T]
    allowed: str

    def read(self, node: Node, key: str, problems: ProblemList) -> T | None:
        """The word's value; None, and an error with the nearest word, if it is not one of them."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None or text.lower() in self.values:
            return None if text is None else self.values[text.lower()]
        hint = did_you_mean(text, self.values)
        problems.error(node.place, key, f"{shown(text)} is not allowed; write {self.allowed}{hint}")
        return None


@dataclass(frozen=True, slots=True)
class _GetReady:
    """The time before the first hold; None leaves it to the routine."""

    seconds: int | None


@dataclass(frozen=True, slots=True)
class _GetReadyReader:
    """A time of whole seconds, or the word that leaves it to the routine."""

    allowed: str = (
        f"{AS_THE_ROUTINE}, or whole seconds from 0s to {spell_duration(MOST_GET_READY_SECONDS)}, such as 10s"
    )

    def read(self, node: Node, key: str, problems: ProblemList) -> _GetReady | None:
        """The time; None, and an error, if it is none."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None:
            return None
        if text.lower() == AS_THE_ROUTINE:
            return _GetReady(None)
        seconds = DurationReader(0, MOST_GET_READY_SECONDS).read(node, key, ProblemList(""))
        if seconds is not None and seconds.is_integer():
            return _GetReady(int(seconds))
        hint = did_you_mean(text, (AS_THE_ROUTINE,))
        problems.error(node.place, key, f"{shown(text)} is not allowed; write {self.allowed}{hint}")
        return None


@dataclass(frozen=True, slots=True)
class _DoseReader:
    """A time of whole seconds."""

    allowed: str = (
        f"whole seconds from {spell_duration(LEAST_DOSE_SECONDS)} to {spell_duration(MOST_DOSE_SECONDS)}, "
        "such as 3m"
    )

    def read(self, node: Node, key: str, problems: ProblemList) -> int | None:
        """The seconds; None, and an error, if it is no such time."""
        text = read_scalar(node, key, self.allowed, problems)
        if text is None:
            return None
        reader = DurationReader(LEAST_DOSE_SECONDS, MOST_DOSE_SECONDS)
        seconds = reader.read(node, key, ProblemList(""))
        if seconds is not None and seconds.is_integer():
            return int(seconds)
        problems.error(node.place, key, f"{shown(text)} is not allowed; write {self.allowed}")
        return None


_SWITCH = _WordReader(
    {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}, "yes or no"
)
_VOLUME = WholeNumberReader(0, 100)
_GET_READY = _GetReadyReader()
_HOLD_LENGTH = _WordReader({length.value.lower(): length for length in Length}, "short, normal or long")
_THEME = _WordReader({theme.value: theme for theme in Theme}, "system, light or dark")
_DOSE = _DoseReader()
_WEEKLY_DAYS = WholeNumberReader(1, WEEK_DAYS)
_RING = _WordReader({"smooth": True, "steady": False}, "smooth or steady")


def read_settings(file_name: str, content: bytes) -> SettingsReading:
    """Read the bytes of a file, cut off anywhere beyond the limit; whatever they are, this raises nothing.

    `file_name` is how the problems name the file. An empty file, or one of comments, has no keys.
    """
    problems = ProblemList(file_name)
    try:
        reading = _read(content, problems, ProblemList(file_name))
    except TooManyProblemsError:
        reading = SettingsReading(Settings())
    found = problems.in_file_order()
    return SettingsReading(Settings(), found) if found else reading


def _read(content: bytes, problems: ProblemList, unknown: ProblemList) -> SettingsReading:
    if len(content) > FILE_LIMIT_BYTES:
        problems.error(FILE_START, "", "the file is larger than 64 KiB; shorten it")
        return SettingsReading(Settings())
    text = decode_file(content, problems)
    root = None if text is None else read_tree(text, problems)
    if text is None or problems.has_errors:
        return SettingsReading(Settings())
    if root is None or is_empty(root):
        return SettingsReading(Settings(), text=text)
    if isinstance(root, MappingNode):
        settings = _settings(_known(root, unknown), problems)
        return SettingsReading(settings, (), unknown.in_file_order(), text, root)
    _refuse_root(root, problems)
    return SettingsReading(Settings())


def _refuse_root(root: ListNode | TextNode | BrokenNode, problems: ProblemList) -> None:
    found = "a list" if isinstance(root, ListNode) else "a text"
    problems.error(root.place, "", f"the file is {found}; write lines such as volume: 80")


def _known(root: MappingNode, unknown: ProblemList) -> MappingNode:
    """The mapping of the app's own keys alone; the first hundred others are warnings in `unknown`."""
    others = [key for key, _ in root.pairs if key_of(key) not in KEYS]
    for key in others[:SHOWN_LIMIT]:
        hint = did_you_mean(key_of(key), KEYS)
        unknown.warning(key.place, shortened(key_of(key)), f"is not a setting, and is left as it is{hint}")
    return MappingNode(root.place, tuple(pair for pair in root.pairs if key_of(pair[0]) in KEYS))


def key_of(node: Node) -> str:
    """The name that a key stands for, empty for a list or a mapping."""
    return node.text.strip() if isinstance(node, TextNode) else ""


def _settings(known: MappingNode, problems: ProblemList) -> Settings:
    fields, default = MappingReader(known, "the settings", KEYS, problems), Settings()
    get_ready = fields.optional("get_ready", _GET_READY, _GetReady(default.get_ready_seconds))
    return Settings(
        voice=fields.optional("voice", _SWITCH, default.voice),
        sounds=fields.optional("sounds", _SWITCH, default.sounds),
        volume_percent=fields.optional("volume", _VOLUME, default.volume_percent),
        vibration=fields.optional("vibration", _SWITCH, default.vibration),
        keep_awake=fields.optional("keep_awake", _SWITCH, default.keep_awake),
        get_ready_seconds=get_ready.seconds,
        hold_length=fields.optional("hold_length", _HOLD_LENGTH, default.hold_length),
        theme=fields.optional("theme", _THEME, default.theme),
        smooth_ring=fields.optional("ring", _RING, default.smooth_ring),
        weekly_dose_seconds=fields.optional("weekly_dose", _DOSE, default.weekly_dose_seconds),
        weekly_days=fields.optional("weekly_days", _WEEKLY_DAYS, default.weekly_days),
    )

"""Reads the text of `settings.yaml`: the settings, and everything in it that is not allowed."""

from dataclasses import dataclass

from routine_app.core.days import WEEK_DAYS
from routine_app.core.routine.duration_text import parse_duration, spell_duration
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.problem import Problem
from routine_app.core.settings.settings import (
    LEAST_DOSE_SECONDS,
    MOST_DOSE_SECONDS,
    MOST_GET_READY_SECONDS,
    MOST_TODAY_MINUTES,
    Music,
    Settings,
    Theme,
)
from routine_app.data.yaml.decoding import decode_file
from routine_app.data.yaml.mapping import MappingReader
from routine_app.data.yaml.nodes import ListNode, MappingNode, is_empty, text_of
from routine_app.data.yaml.problem_list import SHOWN_LIMIT, ProblemList, TooManyProblemsError
from routine_app.data.yaml.quoting import did_you_mean, shortened, shown
from routine_app.data.yaml.tree import read_tree
from routine_app.data.yaml.values import ChoiceReader, ScalarReader, WholeNumberReader, WrongValueError

FILE_LIMIT_BYTES = 64 * 1024
"""The longest settings file that is read; one with every key takes about one KiB."""

KEYS = {
    "voice": "Speak the cues: yes or no.",
    "sounds": "Beep and chime: yes or no.",
    "volume": "How loud voice and sounds are: 0 to 100.",
    "music": "When the guide sounds: pause the music of other apps, or mix with it.",
    "vibration": "Vibrate when a hold ends or the side changes: yes or no.",
    "keep_awake": "Keep the screen awake during a session: yes or no.",
    "get_ready": "Time before the first hold: 0s to 5m, such as 10s, or routine for what each routine says.",
    "hold_length": "How long holds are when a routine is opened: short, normal or long.",
    "theme": "Colours: system, light or dark.",
    "ring": "How the ring moves: smooth, or steady for once a second, which takes less of a battery.",
    "weekly_dose": "What each side of each muscle should be held in a week: 30s to 60m, such as 3m.",
    "weekly_days": "On how many days of a week you mean to stretch: 1 to 7.",
    "today": "How many minutes what Today offers may take: 1 to 60.",
}
"""Each key, with the comment that a new file has above it."""

AS_THE_ROUTINE = "routine"
"""What stands at `get_ready` when each routine's own time holds."""


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


class _GetReadyReader(ScalarReader[int | None]):
    """A time of whole seconds, or the word that leaves it to the routine, which is read as None."""

    allowed = (
        f"{AS_THE_ROUTINE}, or whole seconds from 0s to {spell_duration(MOST_GET_READY_SECONDS)}, such as 10s"
    )

    def parse(self, text: str) -> int | None:
        """The seconds."""
        if text.lower() == AS_THE_ROUTINE:
            return None
        hint = did_you_mean(text, (AS_THE_ROUTINE,))
        return _whole_seconds(text, 0, MOST_GET_READY_SECONDS, self.allowed + hint)


class _DoseReader(ScalarReader[int]):
    """A time of whole seconds."""

    allowed = (
        f"whole seconds from {spell_duration(LEAST_DOSE_SECONDS)} to {spell_duration(MOST_DOSE_SECONDS)}, "
        "such as 3m"
    )

    def parse(self, text: str) -> int:
        """The seconds."""
        return _whole_seconds(text, LEAST_DOSE_SECONDS, MOST_DOSE_SECONDS, self.allowed)


def _whole_seconds(text: str, least: int, most: int, allowed: str) -> int:
    seconds = parse_duration(text)
    if seconds is not None and seconds.is_integer() and least <= seconds <= most:
        return int(seconds)
    raise WrongValueError(f"{shown(text)} is not allowed; write {allowed}")


_SWITCH = ChoiceReader(
    {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False},
    "yes or no",
    ignores_case=True,
)
_VOLUME = WholeNumberReader(0, 100)
_MUSIC = ChoiceReader({music.value: music for music in Music}, "pause or mix", ignores_case=True)
_GET_READY = _GetReadyReader()
_HOLD_LENGTH = ChoiceReader(
    {length.value: length for length in Length}, "short, normal or long", ignores_case=True
)
_THEME = ChoiceReader({theme.value: theme for theme in Theme}, "system, light or dark", ignores_case=True)
_DOSE = _DoseReader()
_WEEKLY_DAYS = WholeNumberReader(1, WEEK_DAYS)
_TODAY = WholeNumberReader(1, MOST_TODAY_MINUTES)
_RING = ChoiceReader({"smooth": True, "steady": False}, "smooth or steady", ignores_case=True)


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
    text = decode_file(content, problems, FILE_LIMIT_BYTES, "shorten it")
    root = read_tree(text, problems)
    if problems.has_errors or root is None or is_empty(root):
        return SettingsReading(Settings(), text=text)
    if isinstance(root, MappingNode):
        settings = _settings(_known(root, unknown), problems)
        return SettingsReading(settings, (), unknown.in_file_order(), text, root)
    found = "a list" if isinstance(root, ListNode) else "a text"
    problems.error(root.place, "", f"the file is {found}; write lines such as volume: 80")
    return SettingsReading(Settings())


def _known(root: MappingNode, unknown: ProblemList) -> MappingNode:
    """The mapping of the app's own keys alone; the first hundred others are warnings in `unknown`."""
    others = [key for key, _ in root.pairs if text_of(key) not in KEYS]
    for key in others[:SHOWN_LIMIT]:
        hint = did_you_mean(text_of(key), KEYS)
        unknown.warning(key.place, shortened(text_of(key)), f"is not a setting, and is left as it is{hint}")
    known = tuple(pair for pair in root.pairs if text_of(pair[0]) in KEYS)
    return MappingNode(root.mark, root.end, known, is_flow=root.is_flow)


def _settings(known: MappingNode, problems: ProblemList) -> Settings:
    fields, default = MappingReader(known, "the settings", tuple(KEYS), problems), Settings()
    return Settings(
        voice=fields.optional("voice", _SWITCH, default.voice),
        sounds=fields.optional("sounds", _SWITCH, default.sounds),
        volume_percent=fields.optional("volume", _VOLUME, default.volume_percent),
        music=fields.optional("music", _MUSIC, default.music),
        vibration=fields.optional("vibration", _SWITCH, default.vibration),
        keep_awake=fields.optional("keep_awake", _SWITCH, default.keep_awake),
        get_ready_seconds=fields.optional("get_ready", _GET_READY, default.get_ready_seconds),
        hold_length=fields.optional("hold_length", _HOLD_LENGTH, default.hold_length),
        theme=fields.optional("theme", _THEME, default.theme),
        smooth_ring=fields.optional("ring", _RING, default.smooth_ring),
        weekly_dose_seconds=fields.optional("weekly_dose", _DOSE, default.weekly_dose_seconds),
        weekly_days=fields.optional("weekly_days", _WEEKLY_DAYS, default.weekly_days),
        today_minutes=fields.optional("today", _TODAY, default.today_minutes),
    )

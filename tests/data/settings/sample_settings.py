"""Settings other than the defaults, and what loading and saving make of a text."""

from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from routine_app.core.routine.hold_length import Length
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import (
    LEAST_DOSE_SECONDS,
    MOST_DOSE_SECONDS,
    MOST_GET_READY_SECONDS,
    MOST_TODAY_MINUTES,
    Music,
    Settings,
    Theme,
)
from routine_app.data.settings.file import SettingsFile
from tests.few_or_many import few_or_many

CHANGED = Settings(
    voice=False,
    sounds=False,
    volume_percent=30,
    music=Music.MIX,
    vibration=False,
    keep_awake=False,
    get_ready_seconds=90,
    hold_length=Length.LONG,
    theme=Theme.DARK,
    smooth_ring=False,
    weekly_dose_seconds=300,
    weekly_days=5,
    today_minutes=10,
)

ANY_SETTINGS = st.builds(
    Settings,
    volume_percent=st.integers(0, 100),
    get_ready_seconds=st.none() | st.integers(0, MOST_GET_READY_SECONDS),
    weekly_dose_seconds=st.integers(LEAST_DOSE_SECONDS, MOST_DOSE_SECONDS),
    weekly_days=st.integers(1, 7),
    today_minutes=st.integers(1, MOST_TODAY_MINUTES),
)


def load(path: Path, text: str) -> LoadedSettings:
    """What comes of a file with this text."""
    path.write_bytes(text.encode())
    return SettingsFile(path).load()


def save(path: Path, text: str, wanted: Settings) -> str:
    """The text of a file into which is saved what differs in these settings from the defaults."""
    path.write_bytes(text.encode())
    SettingsFile(path).save(wanted, Settings())
    return path.read_bytes().decode()


on_any_disk = settings(max_examples=few_or_many(30, 100), deadline=None)  # a disk may be slow

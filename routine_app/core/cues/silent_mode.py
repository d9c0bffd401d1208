"""When a phone in silent mode mutes the guide, and what there is to say then."""

from routine_app.core.settings.settings import Music, Settings

SILENT_MODE_WORDS = (
    "If you hear nothing, turn silent mode off: on an iPhone with the switch or the button on its side."
)
"""An iPad has that mode too, and no such button."""


def is_muted_in_silent_mode(settings: Settings, *, speaks_itself: bool) -> bool:
    """Whether silent mode mutes any of what a session sounds in an iPhone's browser.

    A track plays on as music does, unless it is to mix with other apps' music. `speaks_itself` is whether the
    browser's own voice says words of which there is no clip: it is muted too.
    """
    is_audible = settings.volume_percent > 0 and (settings.sounds or settings.voice)
    return is_audible and (settings.music is Music.MIX or (speaks_itself and settings.voice))

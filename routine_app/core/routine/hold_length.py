"""How long one wants the holds to be today: short, normal or long."""

import math
from enum import StrEnum

from routine_app.core.routine.model import Cue, CueTime, Routine, SideHold, Stretch


class Length(StrEnum):
    """The three lengths of which one is chosen for all holds of a routine."""

    SHORT = "short"
    NORMAL = "normal"
    LONG = "long"

    @property
    def factor(self) -> float:
        """The number by which the length of each hold is multiplied."""
        return {Length.SHORT: 0.75, Length.NORMAL: 1.0, Length.LONG: 1.5}[self]


def with_length(routine: Routine, length: Length) -> Routine:
    """The routine with holds of another length, in whole seconds; gaps stay as they are."""
    if length is Length.NORMAL:
        return routine
    stretches = tuple(_scaled(stretch, length.factor) for stretch in routine.stretches)
    return routine._replace(stretches=stretches)


def with_holds(stretch: Stretch, holds: tuple[SideHold, ...]) -> Stretch:
    """The stretch with these holds in place of its own; its cues move with the length."""
    return _refitted(stretch, holds, _shortest(holds) / _shortest(stretch.holds))


def _scaled(stretch: Stretch, factor: float) -> Stretch:
    holds = tuple(SideHold(hold.side, _whole(hold.hold_seconds * factor)) for hold in stretch.holds)
    return _refitted(stretch, holds, factor)


def _refitted(stretch: Stretch, holds: tuple[SideHold, ...], factor: float) -> Stretch:
    cues = tuple(_scaled_cue(cue, factor, _shortest(holds)) for cue in stretch.cues)
    return stretch._replace(holds=holds, cues=cues)


def _shortest(holds: tuple[SideHold, ...]) -> float:
    return min(hold.hold_seconds for hold in holds)


def _scaled_cue(cue: Cue, factor: float, hold_seconds: float) -> Cue:
    """Move a cue with its hold; rounding may not push it past an end."""
    if cue.at is None:
        return cue
    offset = cue.at.offset_seconds * factor
    earliest, latest = -cue.at.share * hold_seconds, (1 - cue.at.share) * hold_seconds
    return cue._replace(at=CueTime(cue.at.share, min(max(offset, earliest), latest)))


def _whole(seconds: float) -> float:
    return float(max(math.floor(seconds + 0.5), 1))

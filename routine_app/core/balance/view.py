"""What the balance shows: the ring and its six ropes, and the same in words and numbers."""

from dataclasses import dataclass
from math import cos, radians, sin

from routine_app.core.balance.balance import Balance
from routine_app.core.balance.wording import days_words, rope_words
from routine_app.core.routine.muscles import HIP_MUSCLES, muscle_label
from routine_app.core.session.muscle_totals import MuscleSeconds
from routine_app.core.session.summary_view import MuscleRow
from routine_app.core.text.numbers import minutes_and_seconds, of_planned

ANGLES = {
    "hip_flexors": 0.0,
    "quadriceps": 60.0,
    "adductors": 120.0,
    "hamstrings": 180.0,
    "glutes": 240.0,
    "it_band": 300.0,
}
"""Where each rope is tied, in degrees clockwise from the top."""

THICKEST_SHARE = 1.25
"""From this share of its dose on, a rope is drawn no thicker."""

FULL_PULL = 2.0
"""What three neighbours pull that have all their dose, against three that have none: no pull is stronger."""

ROPES_WORDS = (
    "Six groups of muscle pull on your hips like ropes on a ring. "
    "What you hold makes their ropes thicker; even ropes keep the ring in the middle."
)
"""What a rope is, for who has held nothing for them."""

Vector = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RopeView:
    """One rope: where it is tied, how thick each strand is as a share of the dose, and its numbers in a sentence."""

    label: str
    angle_degrees: float
    left_share: float
    right_share: float
    sentence: str


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balance of some days.

    `ring` is how far the ring hangs off its centre, to the right and down, at most 1 in all. `words` is the
    drawing in a sentence. `can_start` is whether nothing was held for the hips. `error_text` is one sentence if the
    history could not be read.
    """

    days: int
    headline: str
    detail: str
    ropes: tuple[RopeView, ...]
    ring: Vector
    words: str
    rows: tuple[MuscleRow, ...]
    others: tuple[MuscleRow, ...]
    can_start: bool
    can_catch_up: bool
    error_text: str = ""


def present_balance(balance: Balance, error_text: str = "") -> BalanceView:
    """The screen of a balance, or of `error_text` if the history could not be read."""
    headline, detail = ("The balance is not known", "") if error_text else _shortest(balance)
    ropes = tuple(_rope(row, balance) for row in balance.hip)
    return BalanceView(
        days=balance.days,
        headline=headline,
        detail=detail,
        ropes=ropes,
        ring=_ring(balance),
        words=f"Six ropes that pull on a ring. {headline}.",
        rows=tuple(_row(row) for row in balance.hip),
        others=tuple(_row(row) for row in balance.others),
        can_start=balance.is_empty and not error_text,
        can_catch_up=not balance.is_empty and balance.shortest is not None,
        error_text=error_text,
    )


def _shortest(balance: Balance) -> tuple[str, str]:
    rope = balance.shortest
    if balance.is_empty:
        return f"Nothing held for your hips {days_words(balance.days)}", ROPES_WORDS
    if rope is None:
        dose = minutes_and_seconds(balance.dose_seconds)
        return "Every rope has had its dose", f"{dose} on each side {days_words(balance.days)}"
    held = of_planned(rope.held_seconds, rope.dose_seconds)
    return f"Shortest rope: {rope_words(rope)}", f"{held} held {days_words(balance.days)}"


def _rope(row: MuscleSeconds, balance: Balance) -> RopeView:
    words, dose = _row(row), balance.dose_seconds
    return RopeView(
        label=words.muscle,
        angle_degrees=ANGLES[row.muscle],
        left_share=min(row.left_seconds / dose, THICKEST_SHARE),
        right_share=min(row.right_seconds / dose, THICKEST_SHARE),
        sentence=f"{words.muscle}: left {words.left}, right {words.right}, of {minutes_and_seconds(dose)} each",
    )


def _ring(balance: Balance) -> Vector:
    """The place to which all ropes together pull the ring; what is held beyond the dose pulls no more."""
    pulls = [(_pull(row, balance), radians(ANGLES[row.muscle])) for row in balance.hip]
    right = sum(pull * sin(angle) for pull, angle in pulls) / FULL_PULL
    down = sum(-pull * cos(angle) for pull, angle in pulls) / FULL_PULL
    return round(right, 4), round(down, 4)


def _pull(row: MuscleSeconds, balance: Balance) -> float:
    return sum(min(side / balance.dose_seconds, 1.0) for side in (row.left_seconds, row.right_seconds)) / 2


def _row(row: MuscleSeconds) -> MuscleRow:
    left, right = minutes_and_seconds(row.left_seconds), minutes_and_seconds(row.right_seconds)
    return MuscleRow(muscle_label(row.muscle), left, right)


def rope_at(right: float, down: float) -> int:
    """The place in `BalanceView.ropes` of the rope that lies in that direction from the middle."""
    towards = [right * sin(radians(angle)) - down * cos(radians(angle)) for angle in _ANGLES_IN_ORDER]
    return towards.index(max(towards))


_ANGLES_IN_ORDER = tuple(ANGLES[muscle] for muscle in HIP_MUSCLES)

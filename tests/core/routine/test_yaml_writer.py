"""A routine as text, read back by the reader."""

from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch, StretchKind
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.text.clean import clean_words, shortened
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from tests.few_or_many import few_or_many

WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)
TEXTS = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.lists(TEXTS | st.sampled_from(("---", "...", "# no remark", "- a: 'b'", "null")), max_size=4).map(
    "\n".join
)
"""Texts of several lines, some of which would be marks of YAML."""
GAPS = st.integers(0, 300).map(float)
SIDES = st.one_of(
    st.builds(lambda hold: (SideHold(Side.BOTH, hold),), st.integers(30, 600).map(float)),
    st.builds(
        lambda side, hold: (SideHold(side, hold),), st.sampled_from((Side.LEFT, Side.RIGHT)), st.just(45.0)
    ),
    st.builds(
        lambda first, one, two: (
            SideHold(first, one),
            SideHold(Side.LEFT if first is Side.RIGHT else Side.RIGHT, two),
        ),
        st.sampled_from((Side.LEFT, Side.RIGHT)),
        st.integers(30, 90).map(float),
        st.integers(30, 90).map(float),
    ),
)
CUES = st.builds(
    Cue,
    TEXTS,
    st.none()
    | st.builds(CueTime, st.sampled_from((0.0, 0.25, 0.5, 1.0)))
    | st.builds(CueTime, st.just(0.0), st.integers(1, 29).map(float))
    | st.builds(CueTime, st.just(1.0), st.integers(-29, -1).map(float)),
)
STRETCHES = st.builds(
    Stretch,
    name=TEXTS,
    holds=SIDES,
    rest_seconds=GAPS,
    switch_seconds=GAPS,
    kind=st.sampled_from(StretchKind),
    muscles=st.lists(st.sampled_from(("glutes", "core")), unique=True, max_size=2).map(tuple),
    sets=st.integers(1, 3),
    how=LINES,
    why=LINES,
    cues=st.lists(CUES, max_size=3).map(tuple),
)
ROUTINES = st.builds(
    Routine,
    title=TEXTS,
    stretches=st.lists(STRETCHES, min_size=1, max_size=3).map(tuple),
    get_ready_seconds=GAPS,
    rounds=st.integers(1, 2),
    description=LINES,
    tags=st.lists(st.sampled_from(("hips", "catch-up")), unique=True).map(tuple),
)


@settings(max_examples=few_or_many(40, 100))
@given(ROUTINES, st.lists(TEXTS, max_size=3))
def test_what_is_written_reads_back_as_the_same(routine: Routine, remarks: list[str]) -> None:
    """Whatever its words, sides, gaps and cues, and with whatever comments between."""
    reading = read_routine("made.yaml", routine_text(routine, remarks).encode())
    assert reading.routine == routine


def test_every_routine_that_ships_survives_it() -> None:
    """Without a problem."""
    for file in routine_files(shipped_routines_folder()):
        routine = read_routine_file(file).routine
        assert routine is not None
        reading = read_routine("made.yaml", routine_text(routine).encode())
        assert reading.routine == routine


ANY_WORDS = st.text().map(clean_words).filter(bool)

HARD_WORDS = st.sampled_from(
    [
        "No",
        "~",
        "null",
        "1:30",
        "a: b",
        "a #b",
        "- a",
        "'",
        '"',
        "\\",
        "{a",
        "*a",
        "!a",
        "%",
        "@",
        "x\\n",
        "=",
        "🧘",
        "...",
    ]
)

NAMES = st.one_of(ANY_WORDS, HARD_WORDS)

SECONDS = st.integers(1000, 1_800_000).map(lambda milliseconds: milliseconds / 1000)

ANY_GAPS = st.integers(0, 300_000).map(lambda milliseconds: milliseconds / 1000)

ANY_STRETCHES = st.builds(
    Stretch,
    NAMES.map(lambda name: shortened(name, 60)),
    SECONDS.map(lambda seconds: (SideHold(Side.BOTH, seconds),)),
    ANY_GAPS,
    st.just(5.0),
    sets=st.integers(1, 2),
)


@given(
    st.builds(
        Routine,
        NAMES.map(lambda name: shortened(name, 80)),
        st.lists(ANY_STRETCHES, min_size=1, max_size=3).map(tuple),
        ANY_GAPS,
    ),
    st.lists(st.text(), max_size=3),
)
def test_what_is_written_is_read_back(routine: Routine, remarks: list[str]) -> None:
    """The same to the millisecond, whatever the words and remarks."""
    read = read_routine("it.yaml", routine_text(routine, remarks).encode())
    assert (read.problems, read.routine) == ((), routine)

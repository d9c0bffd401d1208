"""The sounds that the plan of "Out loud" has."""

from routine_app.core.cues.schedule import finish_prompt, step_prompts
from routine_app.core.routine.plan import plan
from routine_app.data.routines.reader.routine import read_routine
from tests.e2e.quick_routines import OUT_LOUD


def expected_sounds() -> list[tuple[float, str]]:
    """The sounds of the routine, and their seconds from its start."""
    routine = read_routine("out-loud.yaml", OUT_LOUD.encode()).routine
    assert routine is not None
    steps = plan(routine)
    moments = [
        (step.start_seconds + prompt.at_seconds, prompt.sound)
        for index, step in enumerate(steps)
        for prompt in step_prompts(steps, index)
    ]
    moments.append((steps[-1].start_seconds + steps[-1].seconds, finish_prompt(steps).sound))
    return [(at, str(sound)) for at, sound in moments if sound]

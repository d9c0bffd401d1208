"""The muscle names that routines may use, and how they read on a screen."""

from collections.abc import Iterable

HIP_MUSCLES = ("it_band", "hip_flexors", "adductors", "quadriceps", "glutes", "hamstrings")
"""The six groups that pull on a runner's hip (source: the article "Your Hips: Balance is Key")."""

OTHER_MUSCLES = (
    "calves",
    "lower_back",
    "upper_back",
    "chest",
    "shoulders",
    "neck",
    "core",
    "arms",
    "feet",
)

MUSCLES = HIP_MUSCLES + OTHER_MUSCLES


def muscle_labels(muscles: Iterable[str]) -> str:
    """Several muscles in one phrase: "IT band, Hip flexors"."""
    return ", ".join(muscle_label(muscle) for muscle in muscles)


def muscle_label(muscle: str) -> str:
    """The muscle's name as people read it: `it_band` is "IT band", `hip_flexors` is "Hip flexors"."""
    if muscle == "it_band":
        return "IT band"
    return muscle.replace("_", " ").capitalize()

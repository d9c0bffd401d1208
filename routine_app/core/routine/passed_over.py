"""What is said of a file among the routines that is not listed for what its name ends in."""

from routine_app.core.routine.file_name import ROUTINE_ENDING, name_without_endings


def passed_over_words(file_name: str) -> str:
    """Why a file that holds a routine is not listed, and the cure."""
    why = f"{file_name} is passed over, since its name does not end in {ROUTINE_ENDING}"
    if file_name.lower().endswith(".json"):
        return f"{why}: import it."
    stem = name_without_endings(file_name)
    if stem == file_name:
        stem = file_name.rpartition(".")[0] or file_name
    return f"{why}: rename it to {stem}{ROUTINE_ENDING}, or import it."

"""Reads a text, and if it has errors, tells those that are a known mistake by what they are, and reads past them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from routine_app.core.routine.problem import Problem
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.nodes import Node
from routine_app.data.yaml.problem_list import ProblemList, TooManyProblemsError
from routine_app.data.yaml.tree import read_tree

if TYPE_CHECKING:
    from routine_app.data.yaml.mistakes.mended import MendedText

T = TypeVar("T")

Reader = Callable[[Node | None, ProblemList], T | None]
"""Makes a value of the root of a file; None, and errors, if it has any."""


def read_telling_mistakes(text: str, words: FileWords, read: Reader[T], problems: ProblemList) -> T | None:
    """The value of a text, or None and its errors. A text without errors is read once, and not searched."""
    reading = problems.for_the_same_file()
    value, is_yaml = _read(text, read, reading)
    if not reading.has_errors or not _tell_mistakes(text, words, read, reading, problems, is_yaml=is_yaml):
        problems.take(reading.gathered)
    return value


def _read(text: str, read: Reader[T], problems: ProblemList) -> tuple[T | None, bool]:
    """The value, and whether the text is YAML."""
    is_yaml = False
    try:
        root = read_tree(text, problems)
        is_yaml = root is not None or not problems.has_errors
        return read(root, problems), is_yaml
    except TooManyProblemsError:
        return None, is_yaml


def _tell_mistakes(
    text: str, words: FileWords, read: Reader[T], first: ProblemList, problems: ProblemList, *, is_yaml: bool
) -> bool:
    """Tell the mistakes, and what is wrong beside them; False, and nothing told, if they do not explain an error."""
    from routine_app.data.yaml.mistakes.mended import mend  # noqa: PLC0415 - few files have an error

    mended = mend(text, words)
    if mended is None:
        return False
    others = problems.for_the_same_file()
    _, is_yaml_now = _read(mended.text, read, others)
    if is_yaml and (not is_yaml_now or others.error_count >= first.error_count):
        return False
    places = [mended.place(mistake.at) for mistake in mended.mistakes]
    for place, mistake in zip(places, mended.mistakes, strict=True):
        problems.error(place, mistake.key, mistake.message)
    told_lines = {place.line for place in places} if not is_yaml_now else set()
    problems.take(
        _moved_back(problem, mended) for problem in others.gathered if problem.line not in told_lines
    )
    return True


def _moved_back(problem: Problem, mended: "MendedText") -> Problem:
    return problem._replace(column=mended.old_column(problem.line, problem.column))

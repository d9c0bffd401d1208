"""Says in plain words, and at the place where it began, what makes a file no YAML."""

import yaml

from routine_app.data.yaml.nodes import FILE_START, SourcePosition, place_at
from routine_app.data.yaml.quoting import shortened

TAB = "a tab stands where YAML allows only spaces; indent with spaces"
UNCLOSED_QUOTE = "a text in quotes begins here and never ends; add the closing quote"

_INDENTATION = "this line does not fit the ones above it; check its indentation and the colon after the key"
_QUOTES = "put a text with such a character in quotes"
_ESCAPE = 'a "\\" in double quotes begins an escape that YAML does not know; use single quotes'
_BLOCK_TEXT = 'nothing but a comment may follow "|" or ">" on its line; begin the text on the next line'

# Parts of what PyYAML's two parsers say, each with what it means to the author.
_MEANINGS = {
    "mapping values are not allowed": f'": " stands inside a text, or the line is indented too far; {_QUOTES}',
    "sequence entries are not allowed": 'a list cannot begin here; put its "- " on the line below the key',
    "expected <block end>": _INDENTATION,
    "did not find expected key": _INDENTATION,
    "did not find expected '-' indicator": _INDENTATION,
    "could not find expected ':'": 'a ":" is missing after a key',
    "or ']'": 'a list in [ ] lacks a "," or its closing "]"',
    "or '}'": 'a mapping in { } lacks a "," or its closing "}"',
    "unexpected end of stream": UNCLOSED_QUOTE,
    "unexpected document separator": "a text in quotes has a line with only --- or ...; indent that line",
    "unknown escape character": _ESCAPE,
    "escape sequence": _ESCAPE,
    "hexdecimal": _ESCAPE,
    "Unicode character escape": _ESCAPE,
    "expected alphabetic or numeric": f'"*", "&" or "%" cannot begin a text; {_QUOTES}',
    "<document start>": "more follows where all should have ended; check this line's indentation",
    "chomping or indentation": _BLOCK_TEXT,
    "comment or line break": _BLOCK_TEXT,
    "comment or a line break": _BLOCK_TEXT,
    "mapping keys are not allowed": 'a text cannot begin with "? "; put it in quotes',
    "node content": "a value is missing here",
    "tab character": TAB,
    "tag handle": f'a tag such as "!word" is not allowed; {_QUOTES}',
}


def describe_syntax_error(error: yaml.YAMLError, text: str) -> tuple[SourcePosition, str]:
    """Where and what is wrong. `text` is the whole file that the error is about."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return FILE_START, f"this is not YAML: {shortened(str(error))}"
    place = _place_of(error, text)
    problem = error.problem or error.context or ""
    if _is_in_brackets(error) and text[place.offset : place.offset + 1] == ":":
        return place, f'": " stands inside a text; {_QUOTES}'
    if "cannot start any token" in problem:
        return place, _bad_first_character(text, place)
    for part, meaning in _MEANINGS.items():
        if part in problem:
            return place, meaning
    return place, f"this is not YAML: {problem[:80]}"


def _place_of(error: yaml.MarkedYAMLError, text: str) -> SourcePosition:
    """The place of the error; where that began, for a quote or a bracket left open, a key with no colon, a "*"."""
    context, problem = error.context or "", error.problem or ""
    is_open_quote = "quoted scalar" in context and "end of stream" in problem
    began_before = is_open_quote or any(part in context for part in ("simple key", "an alias", "an anchor"))
    is_before = began_before or _is_left_open(error, text)
    mark = error.context_mark if is_before else error.problem_mark or error.context_mark
    return place_at(mark) if mark else FILE_START


def _is_in_brackets(error: yaml.MarkedYAMLError) -> bool:
    problem = error.problem or ""
    return "or ']'" in problem or "or '}'" in problem


def _is_left_open(error: yaml.MarkedYAMLError, text: str) -> bool:
    """Whether a bracket goes on to a key on a line below, or to the end of the file."""
    begin, end = error.context_mark, error.problem_mark
    if not (_is_in_brackets(error) and begin and end and begin.line < end.line):
        return False
    return text[end.index : end.index + 1] == ":" or not text[end.index :].strip()


def _bad_first_character(text: str, place: SourcePosition) -> str:
    lines = text.splitlines()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    character = line[place.column - 1 : place.column]
    if character == "\t":
        return TAB
    return f'a text cannot begin with "{shortened(character)}"; put it in quotes'

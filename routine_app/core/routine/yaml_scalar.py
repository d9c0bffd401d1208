"""Writes a value as YAML: `45s`, `[hips, after-run]`, `{left: 45s, right: 60s}`, or a text of several lines."""

import json
import re

from routine_app.core.text.clean import UNFIT_CHARACTER

_PLAIN_IN_FLOW = re.compile(r"(?:\w|-[0-9])[\w .%'-]*(?<! )")
_PLAIN_ALONE = re.compile(r"(?:\w|-[0-9])[\w .,;!?()%'\"/&+-]*(?<! )|[0-9]+:[0-9]+")
"""Texts that need no quotes; some that would need none are left out."""

_NO_TEXT = re.compile(r"null|true|false|yes|no|on|off|[0-9._]+", re.IGNORECASE)
"""What other readers of YAML take for a number, a truth or nothing."""


def flow_yaml(value: object) -> str:
    """The value on one line, to follow its key: a text, a number, or a list or mapping of these.

    Raises ValueError for anything else.
    """
    return _quoted(value, _PLAIN_ALONE) if isinstance(value, str) else _within_flow(value)


def text_yaml(text: str, indent: str) -> str:
    """The text, to follow its key: of several lines as lines below it, indented so, where they can all be seen.

    What cannot be seen there, such as blanks at a line's end, makes it one line with escapes.
    """
    lines = text.split("\n")
    if len(lines) == 1 or text != text.strip() or any(_is_partly_unseen(line) for line in lines):
        return flow_yaml(text)
    return "\n".join(("|-", *(f"{indent}{line}" if line else "" for line in lines)))


def _is_partly_unseen(line: str) -> bool:
    return line != line.rstrip() or UNFIT_CHARACTER.search(line) is not None


def _within_flow(value: object) -> str:
    match value:
        case str():
            return _quoted(value, _PLAIN_IN_FLOW)
        case list():
            return f"[{', '.join(_within_flow(entry) for entry in value)}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_within_flow(entry)}' for key, entry in value.items())}}}"
        case int() | float() if not isinstance(value, bool):
            return str(value)
    raise ValueError(f"{value!r} is nothing that a routine has")


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text) and not _NO_TEXT.fullmatch(text):
        return text
    if UNFIT_CHARACTER.search(text):
        # JSON's escapes are YAML's too, but JSON leaves some of these as they are.
        written = json.dumps(text, ensure_ascii=False)
        return UNFIT_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return "'" + text.replace("'", "''") + "'"

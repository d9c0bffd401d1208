"""Code fences around a routine, as a chat or a web page puts them, and the remarks outside them."""

import re

from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.text_lines import Replacement

_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<marks>`{3,}+|~{3,}+)(?P<rest>[^`\r\n]*+)$", re.MULTILINE)
_KEY_LINE = re.compile(r"^( {0,3})([a-z_]++)\b", re.MULTILINE)
_CONTENT = re.compile(r"[^\r\n]")


def find_fences(found: Findings, words: FileWords) -> None:
    """The fences of the first block in which there is a key, mended as if nothing else were in the file."""
    text = found.text.replace("\r", "\n")
    opening, closing = _pair(text, words)
    if not opening and not closing:
        return
    start, end = 0, len(found.text)
    if opening:
        start = opening.end()
        _tell(found, opening, "above", found.text[: opening.start()])
    if closing:
        end = closing.start()
        _tell(found, closing, "below", found.text[closing.end() :])
    _blank(found, 0, start)
    _blank(found, end, len(found.text))


def _pair(text: str, words: FileWords) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The fence above the first key and the one below it, as far as they are there."""
    key = next((line for line in _KEY_LINE.finditer(text) if line[2] in words.keys), None)
    if key is None:
        return None, None
    fences = [fence for fence in _FENCE.finditer(text) if len(fence["indent"]) <= len(key[1])]
    above = [fence for fence in fences if fence.start() < key.start()]
    below = [fence for fence in fences if fence.start() > key.start()]
    return (above[-1] if above else None), (below[0] if below else None)


def _tell(found: Findings, fence: re.Match[str], where: str, remark: str) -> None:
    more = f" and all {where} it" if remark.strip() else ""
    message = f"a code fence, {fence['marks'][:3]}, is no part of a routine; delete this line{more}"
    found.add(fence.start("marks"), "", message)


def _blank(found: Findings, start: int, end: int) -> None:
    new = _CONTENT.sub(" ", found.text[start:end])
    found.replacements.append(Replacement(start, end, new))

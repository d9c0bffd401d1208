"""Reads YAML as editors do: by the core schema of version 1.2, in which `No` is a text and `1:30` is one too."""

import re

import yaml

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The same of PyYAML's parsers that the reader takes."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def load_yaml(text: str, *, tidied: bool = False) -> object:
    """The value of the one document in a text; keys are texts, the first of two stays. Raises yaml.YAMLError.

    `tidied` takes texts without the spaces around them, numbers to the millisecond, and a word that
    stands for nothing, or for a truth, as the text that it is.
    """
    node = yaml.compose(text, Loader=_LOADER)
    return None if node is None else _value(node, tidied=tidied)


def _value(node: yaml.Node, *, tidied: bool) -> object:
    if isinstance(node, yaml.SequenceNode):
        return [_value(entry, tidied=tidied) for entry in node.value]
    if isinstance(node, yaml.MappingNode):
        backwards = reversed(node.value)
        return {_key(key, tidied=tidied): _value(value, tidied=tidied) for key, value in backwards}
    is_quoted = isinstance(node, yaml.ScalarNode) and bool(node.style)
    value = str(node.value) if is_quoted else _plain(node.value)
    return _tidied(value, str(node.value)) if tidied else value


def _key(node: yaml.Node, *, tidied: bool) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise yaml.YAMLError("a list or a mapping is no key")
    return str(node.value).strip() if tidied else str(node.value)


def _plain(text: str) -> str | float | bool | None:
    """What a scalar without quotes stands for."""
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text) or _HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(text.replace(".", "")) if _NOT_FINITE.fullmatch(text) else text


def _tidied(value: object, written: str) -> object:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, str):
        return value.strip()
    is_word = value is None or isinstance(value, bool)
    return (written or None) if is_word else value

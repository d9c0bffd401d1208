"""A whole routine file as a short text that a link can hold."""

import base64
import binascii
import re
import zlib
from dataclasses import dataclass

from routine_app.core.routine.file_name import plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.sharing.code_dictionary import SHARE_DICTIONARY

VERSION = "1"
"""The first character of a code: how the rest is made."""

_NAME_BYTES = 1024
_CHECKSUM_BYTES = 4

CODE_LIMIT_CHARACTERS = (FILE_LIMIT_BYTES + _NAME_BYTES) * 4 // 3 + 1024
"""No code is longer: the largest file takes this much where deflate finds nothing to shorten."""

CODE_CHARACTERS = re.compile(r"[A-Za-z0-9_-]+")
"""What a code is written with (source: RFC 4648, section 5)."""

_NOT_WHOLE = "This code is not whole; copy it again from its beginning to its end."
_TOO_LARGE = "This code holds more than 256 KiB, which is more than a routine may have."


class ShareCodeError(Exception):
    """A code cannot be made or read; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class SharedRoutine:
    """What a code holds: the text of a routine file, and a plain name for it."""

    file_name: str
    text: str


def share_code(file_name: str, text: str) -> str:
    """The code of a file: `1`, then base64url (RFC 4648) of the deflated name and text and their CRC-32.

    It has letters, digits, `-` and `_` alone. Raises ShareCodeError for a text that no file may have.
    """
    try:
        content = f"{plain_file_name(file_name)}\n{text}".encode()
    except UnicodeEncodeError as error:
        raise ShareCodeError("This routine has a character that no file can have; delete it.") from error
    if len(text.encode()) > FILE_LIMIT_BYTES:
        raise ShareCodeError("This routine is larger than 256 KiB; split it into several routines.")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zdict=SHARE_DICTIONARY.encode())
    packed = deflate.compress(content) + deflate.flush() + _checksum(content)
    return VERSION + base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def read_share_code(code: str) -> SharedRoutine:
    """The file that a code holds. Its name is plain, whatever the code says; its text is not checked.

    Raises ShareCodeError; no code makes it use more memory than a few times the largest file.
    """
    content = _unpacked(_packed(code))
    try:
        name, separator, text = content.decode().partition("\n")
    except UnicodeDecodeError as error:
        raise ShareCodeError("This code holds something that is no text, and so no routine.") from error
    if not separator:
        raise ShareCodeError("This code holds no routine.")
    if len(text.encode()) > FILE_LIMIT_BYTES:
        raise ShareCodeError(_TOO_LARGE)
    return SharedRoutine(plain_file_name(name), text)


def _packed(code: str) -> bytes:
    """The bytes that a code stands for."""
    if not code:
        raise ShareCodeError("There is no code here; copy the whole link or the whole code.")
    if len(code) > CODE_LIMIT_CHARACTERS:
        raise ShareCodeError(_TOO_LARGE)
    if CODE_CHARACTERS.fullmatch(code) is None:
        raise ShareCodeError("There is a character in this code that no code has; copy it again.")
    if code[0] != VERSION:
        raise ShareCodeError(
            "This is no code of this version of the app; see that it is whole, or update the app."
        )
    digits = code[len(VERSION) :]
    try:
        return base64.urlsafe_b64decode(digits + "=" * (-len(digits) % 4))
    except binascii.Error as error:
        raise ShareCodeError(_NOT_WHOLE) from error


def _unpacked(packed: bytes) -> bytes:
    """The inflated content, if it is whole and unaltered."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS, zdict=SHARE_DICTIONARY.encode())
    longest = FILE_LIMIT_BYTES + _NAME_BYTES
    try:
        content = inflate.decompress(packed, longest + 1)
    except zlib.error as error:
        raise ShareCodeError(_NOT_WHOLE) from error
    if len(content) > longest:
        raise ShareCodeError(_TOO_LARGE)
    if len(inflate.unused_data) > _CHECKSUM_BYTES:
        raise ShareCodeError("This code goes on after its end; copy it again, and nothing else with it.")
    if not inflate.eof or inflate.unused_data != _checksum(content):
        raise ShareCodeError(_NOT_WHOLE)
    return content


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(_CHECKSUM_BYTES, "big")

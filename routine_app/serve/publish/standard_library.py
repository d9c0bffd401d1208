"""Python's standard library for the phone app: the one that Pyodide brings, less what needs a computer."""

import zipfile
from pathlib import Path

UNUSED = (
    "_pyrepl/",
    "bz2.py",
    "compression/bz2",
    "compression/lzma",
    "compression/zstd",
    "cProfile.py",
    "curses/",
    "dbm/",
    "doctest.py",
    "encodings/big5",
    "encodings/bz2",
    "encodings/cp",
    "encodings/euc",
    "encodings/gb",
    "encodings/hp_",
    "encodings/hz",
    "encodings/iso",
    "encodings/johab",
    "encodings/koi",
    "encodings/kz",
    "encodings/mac_",
    "encodings/palm",
    "encodings/ptcp",
    "encodings/shift",
    "encodings/tis",
    "ensurepip/",
    "ftplib.py",
    "idlelib/",
    "imaplib.py",
    "lib2to3/",
    "lzma.py",
    "mailbox.py",
    "pdb.py",
    "pickletools.py",
    "poplib.py",
    "profile.py",
    "pstats.py",
    "pydoc.py",
    "pydoc_data/",
    "smtplib.py",
    "ssl.py",
    "test/",
    "tkinter/",
    "turtle",
    "unittest/",
    "venv/",
    "wsgiref/",
    "xmlrpc/",
)
"""How the names begin of what the app never imports: tools, protocols, ways to encrypt and to compress, and text encodings of old
systems."""

NEEDED = ("encodings/cp437.py", "encodings/cp1252.py", "encodings/iso8859_1.py")
"""Among those, what `zipfile` and Python itself do import."""


def unpack_library(archive: Path, folder: Path) -> None:
    """Write the part of the archive that is used below the folder."""
    with zipfile.ZipFile(archive) as library:
        names = [name for name in library.namelist() if not name.startswith(UNUSED) or name in NEEDED]
        library.extractall(folder, names)

"""Stands in for Flet's window program: connects to the app as it does, and does what the test asks.

Run as `fake_window.py HOW PAGE_URL PID_FILE ASSETS`.
"""

import os
import socket
import sys
import time
from pathlib import Path

import msgpack  # type: ignore[import-untyped]  # it has no types

how, page_url, pid_file, assets = sys.argv[1:5]

SHOWN = b"\xa7visible\xc3"
"""What lets the window be seen."""

REGISTER = [1, {"session_id": "", "page_name": "", "page": {}}]

if how == "missing-library":
    sys.exit("flet: error while loading shared libraries: libmpv.so.2: no such file\n\n")
if how == "silent":
    sys.exit(3)
if how == "asleep":
    time.sleep(60)

Path(pid_file).write_text(str(os.getpid()), encoding="utf-8")
with socket.socket(socket.AF_UNIX) as page:
    page.connect(page_url)
    packet = b"\0" + msgpack.packb(REGISTER)
    page.sendall(len(packet).to_bytes(4, "little") + packet)
    received = b""
    while SHOWN not in received.partition(b"Hello from the app")[2]:
        received += page.recv(65536)
    hidden = os.environ.get("FLET_HIDE_WINDOW_ON_START")
    print(f"shown with {assets}, hidden before: {hidden}", flush=True)
    if how == "stays":
        time.sleep(60)

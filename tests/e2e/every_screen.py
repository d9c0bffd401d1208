"""A walk through all the screens of the app, which stops on each in each of its states."""

import os
import re
import signal
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.phone import Phone
from tests.e2e.quick_routines import QUICK_ROUTINES, fill_home

SLOW_HIPS = """\
title: Slow hips in the morning
description: The six ropes of the hip, which bring a runner's hips back to the middle.
get_ready: 60s
switch: 60s
stretches:
  - name: Hamstring reach
    muscles: hamstrings
    sides: each
    hold: 45s
    figure: hamstring-reach
    how: Bend the standing knee slightly and reach for the foot with a long back.
    cues: [Keep your back straight and let your shoulders drop.]
  - {name: Pigeon pose, muscles: [hip_flexors, glutes], sides: each, hold: 40s, figure: pigeon-pose}
"""
"""Long names and long waits: what is on the screen stays until it was looked at."""

A_WHILE_HELD = re.compile(r"^(4[0-3]|[1-3]?\d)$")
"""The countdown of its first hold, once a second of it and more was held: what is less counts as skipped."""

BROKEN = "title: Broken\nstretches:\n  - name: Sit\n    hold: 3 min\n"
ASLEEP_SECONDS = 5.5
"""Longer than the session takes for a hiccup."""


def fill(home: Path) -> None:
    """Give the app routines for the walk, one of which has an error."""
    fill_home(home, {**QUICK_ROUTINES, "slow-hips.yaml": SLOW_HIPS, "broken.yaml": BROKEN})


def fall_asleep(process: BaseProcess) -> None:
    """Let the server sleep like a computer that was closed."""
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    process.join(ASLEEP_SECONDS)
    os.kill(process.pid, signal.SIGCONT)


def every_screen(phone: Phone, process: BaseProcess | None = None) -> Iterator[str]:
    """Walk from screen to screen; gives the name of each when it is there.

    With the server's process the walk sleeps on its way, and looks into another tab. To add a screen, go
    there and yield its name.
    """
    phone.button(re.compile("^Slow hips")).wait_for()
    yield "routines"
    phone.tap(re.compile("^Slow hips"))
    phone.button("Start").wait_for()
    yield "routine"
    yield from _editor(phone)
    yield from _share(phone)
    yield from _player(phone, process)
    if process is not None:
        yield from _continue(phone)
    phone.end_session()
    phone.button("Finish").wait_for()
    yield "summary"
    phone.tap("Finish")
    phone.tab("Balance").or_(phone.button(re.compile("^Balance"))).click()
    phone.sees(re.compile("^(Shortest rope|Nothing held for your hips)"))
    yield "balance"
    phone.tab("History").or_(phone.button(re.compile("^History"))).click()
    phone.sees(re.compile("^This week: "))
    yield "history"
    phone.press(phone.button(re.compile("^Slow hips")).first)
    phone.sees(re.compile("^Hamstring reach, left side"))
    yield "past session"
    phone.tap("Back")
    phone.tab("Settings").or_(phone.button(re.compile("^Settings"))).click()
    phone.button("Louder").wait_for()
    yield "settings"


def _editor(phone: Phone) -> Iterator[str]:
    phone.tap("Edit")
    phone.sees("No errors")
    yield "editor"
    longer, plan = phone.button("Hold more, Hamstring reach"), phone.button("Plan")
    longer.or_(plan).first.wait_for()
    if plan.count():
        phone.press(plan)
        phone.button("Text").wait_for()
        yield "editor's plan"
    phone.press(longer)
    expect(phone.button("Undo")).to_be_enabled()
    phone.tap("Help")
    phone.sees("Writing routines")
    yield "help"
    phone.tap("Back")
    phone.button("Undo").wait_for()
    phone.tap("Back")
    phone.sees("Save your changes?")
    yield "editor question"
    phone.tap("Discard")
    phone.button("Start").wait_for()


def _share(phone: Phone) -> Iterator[str]:
    phone.tap("Share")
    phone.button("Copy code").wait_for()
    yield "share"
    code = phone.words(re.compile("^1[A-Za-z0-9_-]{200,}$")).inner_text()
    phone.tap("Back")
    phone.button("Start").wait_for()
    phone.tap("Back")
    phone.tap("Import")
    phone.button("Open it").wait_for()
    yield "import"
    phone.write(code)
    phone.tap("Open it")
    phone.sees(re.compile("^A routine of this name is there already"))
    yield "incoming"
    phone.tap("Not now")
    phone.tap(re.compile("^Slow hips"))
    phone.button("Start").wait_for()


def _player(phone: Phone, process: BaseProcess | None) -> Iterator[str]:
    phone.tap("Start")
    phone.sees("Get ready")
    yield "get ready"
    phone.tap("Skip")
    phone.sees("Hold")
    phone.tap("Pause")
    phone.button("Resume").wait_for()
    yield "paused hold"
    phone.tap("Resume")
    phone.button("Pause").wait_for()
    if process is not None:
        fall_asleep(process)
        phone.sees(re.compile("^Asleep for"))
        yield "after sleep"
        phone.tap("Continue")
    phone.sees(A_WHILE_HELD)
    phone.tap("Skip")
    phone.sees("Switch sides")
    yield "switch"
    phone.page.go_back()
    phone.sees("End this session?")
    yield "end question"
    phone.tap("Keep going")
    phone.button("Pause").wait_for()


def _continue(phone: Phone) -> Iterator[str]:
    """What another tab offers while the session is under way in this one."""
    first = phone.page
    phone.page = first.context.new_page()
    phone.open()
    phone.button(re.compile("^Continue")).wait_for()
    yield "continue"
    phone.page.close()
    phone.page = first

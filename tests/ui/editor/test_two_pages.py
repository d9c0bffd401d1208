"""One file open on two pages: what was typed and not saved is kept of both."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from routine_app.core.routine.repository import Draft
from tests.ui.sample_editing import HIPS, STARTER, Written
from tests.ui.virtual_time import in_virtual_time

MINE, THEIRS = HIPS.replace("30s", "35s"), HIPS.replace("45s", "1m")


@asynccontextmanager
async def two_pages(folder: Path) -> AsyncIterator[tuple[Written, Written]]:
    """Two pages with the file, both opened before anything was typed."""
    one, other = Written(folder).open(), Written(folder).open()
    yield one, other
    await one.end()
    await other.end()


def kept(written: Written) -> dict[str, str]:
    """The texts of the drafts, by file name."""
    return {draft.file_name: draft.text for draft in written.drafts.all()}


async def type_both(one: Written, other: Written) -> None:
    """Type on one page, then on the other, and let it be kept."""
    await one.typist.replace("30s", "35s")
    await asyncio.sleep(1)
    await other.typist.replace("45s", "1m")
    await asyncio.sleep(1)


@in_virtual_time
async def test_both_drafts_are_kept(tmp_path: Path) -> None:
    """One of them beside the other, as that of a new file; they stay two, however much is typed."""
    async with two_pages(tmp_path) as (one, other):
        await type_both(one, other)
        assert kept(one) == {"hips.yaml": MINE, "hips-2.yaml": THEIRS}
        for written in (one, other, one):
            await written.typist.replace("mine", "both")
            await asyncio.sleep(1)
            await written.typist.replace("both", "mine")
            await asyncio.sleep(1)
        assert kept(one) == {"hips.yaml": MINE, "hips-2.yaml": THEIRS}


@in_virtual_time
async def test_what_another_page_has_kept_is_not_dropped(tmp_path: Path) -> None:
    """Once this one has saved its own, or was left without a change."""
    async with two_pages(tmp_path) as (one, other):
        await one.typist.replace("30s", "35s")
        await asyncio.sleep(1)
        other.editor.close_file()
        assert kept(one) == {"hips.yaml": MINE}
        other.open()
        await other.typist.replace("45s", "1m")
        await asyncio.sleep(1)
        await one.typist.replace("35s", "36s")
        await asyncio.sleep(1)
        assert kept(one) == {
            "hips.yaml": MINE.replace("45s", "1m"),
            "hips-2.yaml": MINE.replace("35s", "36s"),
        }
        one.editor.save()
        assert kept(one) == {"hips.yaml": MINE.replace("45s", "1m")}


@in_virtual_time
async def test_the_draft_beside_is_opened_as_a_new_file(tmp_path: Path) -> None:
    """And saved under its name; a name that a file or another draft has is passed over."""
    async with two_pages(tmp_path) as (one, other):
        one.write("hips-2.yaml", HIPS)
        one.drafts.keep(Draft("hips-3.yaml", STARTER, ""))
        await type_both(one, other)
        assert kept(one) == {"hips.yaml": MINE, "hips-3.yaml": STARTER, "hips-4.yaml": THEIRS}
    reopened = Written(tmp_path).open("hips-4.yaml")
    reopened.editor.save()
    assert reopened.read("hips-4.yaml") == THEIRS
    assert "hips-4.yaml" not in kept(reopened)
    await reopened.end()

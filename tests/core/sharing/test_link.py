"""Links that hold a code, and codes in what is pasted."""

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.sharing.code import (
    share_code,
)
from routine_app.core.sharing.link import QR_LIMIT_BYTES, code_in, fits_link, fits_qr, share_link

TEXT = "title: Hips\nstretches:\n  - name: Butterfly\n    hold: 45s\n"

CODE = share_code("hips.yaml", TEXT)


@pytest.mark.parametrize(
    "address",
    ["https://me.example/app/", "https://me.example/app/#/routine/hips", "https://me.example/app/#"],
)
def test_a_link_stands_behind_the_address_of_the_page(address: str) -> None:
    """Wherever in the app one is."""
    assert share_link(address, "1abc") == "https://me.example/app/#/import/1abc"


@pytest.mark.parametrize(
    "pasted",
    [
        CODE,
        f"  {CODE}\n",
        f"https://me.example/#/import/{CODE}",
        f"http://127.0.0.1:8000/import/{CODE}",
        f"My hips: https://me.example/#/import/{CODE}. Try it!",
        f"My hips: https://me.example/#/import/{CODE} Try it!",
        f"Look (https://me.example/#/import/{CODE}), it helps",
        f"_https://me.example/#/import/{CODE}_",
        f"https://me.example/#/import/{CODE[:30]}\r\n{CODE[30:]}",
        f"> https://me.example/#/import/\n> {CODE[:30]}\n> {CODE[30:]}\n> Try it",
        f"{CODE[:20]} {CODE[20:40]}\n{CODE[40:]}",
        f"Type this: {CODE} and press Import",
        f"https://me.example/#/import/{CODE[:9]}\u200b{CODE[9:]}",
        f"https://me.example/#/import/{CODE[:9]} https://me.example/#/import/{CODE}",
    ],
)
def test_a_code_is_found_in_what_is_pasted(pasted: str) -> None:
    """As mail and messengers hand it on."""
    assert code_in(pasted) == CODE


@pytest.mark.parametrize(
    "pasted", ["", "   ", "Hello there", "https://me.example/#/routine/hips", "18 people"]
)
def test_where_no_code_is_none_is_found(pasted: str) -> None:
    """So that one can be told."""
    assert code_in(pasted) is None


@pytest.mark.parametrize("pasted", [CODE[:30], f"see https://me.example/#/import/{CODE[:30]} there"])
def test_a_broken_code_is_found_too(pasted: str) -> None:
    """To be told what is wrong with it."""
    assert code_in(pasted) == CODE[:30]


@given(
    st.lists(st.one_of(st.text(), st.sampled_from(["import/", CODE[:9], "1", " ", ">", "_"]))).map("".join)
)
def test_nothing_that_is_pasted_does_harm(pasted: str) -> None:
    """What is found is written as codes are."""
    assert set(code_in(pasted) or "") <= set(f"{string.ascii_letters}{string.digits}-_")


def test_much_that_is_pasted_takes_little_time() -> None:
    """Though each of the words might be a code."""
    started = time.process_time()
    assert code_in(("import/1" + "A" * 50 + " ") * 10_000) == "1" + "A" * 50
    assert time.process_time() - started < 8


def test_how_much_can_be_scanned_and_sent() -> None:
    """The figures themselves are allowed."""
    assert (fits_qr("x" * QR_LIMIT_BYTES), fits_qr("x" * (QR_LIMIT_BYTES + 1))) == (True, False)
    assert fits_qr("ä" * 640) is False
    assert (fits_link("x" * 2000), fits_link("x" * 2001)) == (True, False)

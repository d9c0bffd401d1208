"""The letters that come with the app: whichever font Flutter's engine looks for, what is sent in its place has the letter."""

import re
from functools import cache
from itertools import chain

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from routine_app.data.paths import assets_folder
from routine_app.serve.client.web_client import client_folder
from scripts.collect_letters import FAMILIES, LATIN, sent_for
from scripts.engine_fonts import EngineFont, engine_fonts

LETTERS = assets_folder() / "letters"
SCRIPT = (assets_folder() / "page" / "letters.js").read_text(encoding="utf-8")
MOST_MEGABYTES = 18.0
WITHOUT_SOME_LATIN = {"notosansbengali", "notosanskannada", "notosanstagalog"}
"""Some letters of other scripts are not in these, which are asked for with a name in their own."""

NAMES = {
    "Japanese": "朝の体操 ハトのポーズ 太もも裏のストレッチ",
    "Chinese": "柔软体操 蝴蝶式 大腿后侧拉伸",
    "Chinese, traditional": "蝴蝶式伸展運動 鴿子式",
    "Korean": "나비 자세 햄스트링 스트레칭",
    "Arabic": "فراشة تمدد أوتار الركبة",
    "Persian": "حرکت پروانه کشش",
    "Hebrew": "פרפר מתיחת ירך",
    "Thai": "ท่าผีเสื้อ ยืดสะโพก",
    "Hindi": "तितली आसन कूल्हे",
    "Bengali": "প্রজাপতি আসন",
    "Tamil": "பட்டாம்பூச்சி",
    "Telugu": "సీతాకోకచిలుక",
    "Georgian": "პეპელა",
    "Armenian": "թիթեռ",
    "Amharic": "ቢራቢሮ",
    "Khmer": "មេអំបៅ",
    "Burmese": "လိပ်ပြာ",
    "Vietnamese": "Bướm, kéo giãn đùi sau",
    "Kazakh": "Көбелек қозғалысы",
    "Emoji": "🧘🏽💪🦵🏃🔥⏱🎉🧎🤸",
    "Symbols": "↑ ↓ → ✓ ★ ♥ ☐ ⏸ \u02bb \U0001d407",
    "Capitals of German": "FUẞ",
    "Pinyin": "nǎ lǚ",
    "Small numbers": "VO₂ ⅓ ⅔ 10⁷ CO₂ ℞ ‣ ‽",
}


@cache
def has(name: str) -> frozenset[int]:
    """The letters of a file."""
    return frozenset(TTFont(LETTERS / name).getBestCmap())


@pytest.fixture(scope="module")
def fonts() -> list[EngineFont]:
    """Read the engine's table."""
    return engine_fonts()


def own_letters() -> frozenset[int]:
    """Those of the font that the app has from its start."""
    return frozenset(TTFont(client_folder() / "assets/fonts/roboto.woff2").getBestCmap())


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_can_be_read(fonts: list[EngineFont], name: str) -> None:
    """Each letter is in the app's own font, or in whatever the engine may choose for it of the families that there are."""
    families = set(re.findall(r"'(noto[a-z0-9]+)',", SCRIPT))
    for letter in {ord(letter) for letter in name} - own_letters():
        candidates = [font for font in fonts if letter in font.letters]
        known = [font for font in candidates if font.family in families]
        assert known
        lacking = {font.family for font in known if letter not in has(sent_for(font))}
        assert lacking <= WITHOUT_SOME_LATIN


def test_no_letter_is_missing(fonts: list[EngineFont]) -> None:
    """Of all that the engine looks for in the families that there are."""
    told = [font for font in fonts if f"'{font.family}'" in SCRIPT]
    wanted = frozenset(chain.from_iterable(font.letters for font in told))
    there = own_letters().union(*(has(sent_for(font)) for font in told))
    assert len(wanted) > 49_000
    assert wanted <= there


def test_the_page_knows_what_there_is(fonts: list[EngineFont]) -> None:
    """It asks for no file in vain, and each file is one that the engine looks for."""
    told = set(re.findall(r"'(noto[a-z0-9]+)',", "".join(chain(FAMILIES.findall(SCRIPT)))))
    files = {file.name for file in LETTERS.glob("*.woff2")}
    assert {sent_for(font) for font in fonts if font.family in told} == files
    assert f"const LATIN = '{LATIN.removesuffix('.woff2')}'" in SCRIPT


def test_they_have_their_licence_and_stay_small() -> None:
    """A host keeps them all; whoever opens the app fetches those of its names alone."""
    assert "SIL OPEN FONT LICENSE" in (LETTERS / "LICENSE").read_text(encoding="utf-8").upper()
    assert sum(file.stat().st_size for file in LETTERS.iterdir()) < MOST_MEGABYTES * 1e6

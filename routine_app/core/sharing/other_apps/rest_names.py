"""Which names people give to a time in which nothing is held, in the languages that timers are used in."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise

from routine_app.core.sharing.other_apps.lost_letters import without_upper_bytes

_RESTS = """
    rest rests resting break breaks pause pauses recover recovery breather breathe relax
    ready prepare preparation prep transition countdown vorbereitung entspannung entspannen ruhephase
    ruhe pausen ruhepause erholung erholen ausruhen verschnaufpause
    repos recuperation recup recuperer descanso descansar pausa reposo recuperacion recuperar
    repouso recuperacao riposo recupero rust pauze rusten rustpauze uitrusten lepotauko vilopaus hersteltijd
    przerwa odpoczynek pauza prestavka odpocinek oddych odmor pocinek pocitek
    отдых отдохнуть отдыхаем передых пауза перерыв передышка восстановление відпочинок перерва почивка одмор предах
    dinlenme dinlen mola ara vila paus hvile hvil hvild lepo tauko piheno pihenes szunet odihna repaus
    seitenwechsel beinwechsel descans puhkus atputa poilsis pertrauka διαλειμμα ξεκουραση αναπαυση παυση
    休憩 休み 休息 间歇 間歇 レスト 小休止 暂停 暫停 歇息 휴식 쉬기 쉬는시간 راحة استراحة استراحت מנוחה הפסקה
    आराम विश्राम พัก หยุดพัก nghỉ istirahat jeda rehat pahinga বিশ্রাম ஓய்வு демалыс
"""

_CHANGES = """
    switch switching change changing swap swapping wechsel wechseln changer changement cambiar cambio
    trocar troca cambia cambiare wissel wisselen zmiana zmien vaihda vaihto смена сменить поменять зміна degistir
"""

_SIDES = """
    side sides seite leg legs arm arms foot feet hand hands seiten bein beine arme fuß cote cotes jambe jambes bras
    lado lados pierna piernas brazo brazos perna lato gamba gambe kant been strony strona nogi reki puolta
    стороны сторону сторон ноги ногу ног руки руку рук taraf tarafi bacak kol
"""

_BESIDE = """
    get water drink long longer short big small quick little brief final last first second third next active passive full half
    set sets round rounds exercise exercises other opposite left right between before after and the a an of for to time period interval phase
    min mins minute minutes sec secs second seconds s m x
    lange langer kurze kurzer große kleine zwischen den satzen aktive minuten sekunden die de du des der
    longue court courte petite grande grand entre les series le la el los las larga largo corta corto
    breve lungo lunga tra le serie piccola dluga dlugi krotka krotki miedzy seriami
    длинный длинная длительный короткий короткая большой большая между подходами сетами мин сек
    uzun kisa set arasi
"""

_BETWEEN_WORDS = re.compile(r"[\s/()\[\]+&_-]+")
_AROUND = re.compile(r"^[^\w]+|(?<=[^\W\d])\d{1,2}$|[^\w\u0900-\u0d7f\u0e00-\u0e7f]+$")
"""What is no letter at the ends of a word, and its number; the vowel signs of India and Thailand are none to `re`."""

_PLAIN_LETTERS = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER L WITH STROKE}": "l"}
)

_SHORTEST_LOST = 3

_NUMBER = re.compile(r"[\d.,:'\"]+(?:s|sec|m|min|x)?")


def _folded(text: str) -> str:
    """The text without capitals and accents, as names are compared."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN_LETTERS))
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def _words(text: str) -> frozenset[str]:
    return frozenset(_folded(text).split())


_REST_WORDS, _CHANGE_WORDS, _SIDE_WORDS, _BESIDE_WORDS = map(_words, (_RESTS, _CHANGES, _SIDES, _BESIDE))
_KNOWN_WORDS = _REST_WORDS | _CHANGE_WORDS | _SIDE_WORDS
_UNSPACED = tuple(word for word in _REST_WORDS if len(word) > 1 and word[0] >= "\u0e00")
_LOST_REST_WORDS = frozenset(
    without_upper_bytes(form)
    for word in _RESTS.split()
    if len(word) >= _SHORTEST_LOST and "\u0400" <= word[0] < "\u0500"
    for form in (word, word.capitalize(), word.upper())
)
"""What is left of the Cyrillic ones where each letter lost its upper byte."""


class Guess(Enum):
    """What a name says of its time."""

    HOLD = auto()
    REST = auto()
    UNSURE = auto()


def guess_of(name: str) -> Guess:
    """What a name alone says: a rest if it says nothing but that, unsure if it says that among other things."""
    words = [word for part in _BETWEEN_WORDS.split(_folded(name)) if (word := _bare(part))]
    told = [word for word in words if not _NUMBER.fullmatch(word) and word not in _BESIDE_WORDS]
    told = ["pause" if word.endswith("pause") else word for word in told]  # as in Trinkpause
    names_a_rest = not _REST_WORDS.isdisjoint(told)
    changes_sides = not _CHANGE_WORDS.isdisjoint(told) and not _SIDE_WORDS.isdisjoint(told)
    if (names_a_rest or changes_sides) and _KNOWN_WORDS.issuperset(told):
        return Guess.REST
    if max(name, default="") <= "\xff" and without_upper_bytes(name) in _LOST_REST_WORDS:
        return Guess.REST
    is_near = names_a_rest or any(word in _folded(name) for word in _UNSPACED)
    return Guess.UNSURE if is_near or (len(told) == 1 and told[0] in _CHANGE_WORDS) else Guess.HOLD


def guesses_of(names: Sequence[str]) -> Mapping[str, Guess]:
    """What each of the names is that follow one another.

    One that stands between others again and again, as a rest does, is unsure where nothing else is a rest: its
    language may be one that nobody here knows.
    """
    guesses = {name: guess_of(name) for name in dict.fromkeys(names)}
    if Guess.REST in guesses.values():
        return guesses
    before: dict[str, set[str]] = {}
    for earlier, name in pairwise(names):
        before.setdefault(name, set()).add(earlier)
    comes_back = {name for name, others in before.items() if len(others - {name}) > 1}
    return {name: Guess.UNSURE if name in comes_back else guess for name, guess in guesses.items()}


def _bare(word: str) -> str:
    """The word without what stands around its letters; empty if it has none."""
    return _AROUND.sub("", word)

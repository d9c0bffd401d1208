"""What came of an import, in one line."""

from routine_app.core.history.exchange.merge import JoinCount
from routine_app.core.text.numbers import count


def join_words(found: JoinCount) -> str:
    """What became of the sessions: "3 sessions came in, 1 changed."."""
    outcomes = [
        (found.new, "came in"),
        (found.changed, "changed"),
        (found.gone, f"{_were(found.gone)} deleted here too"),
    ]
    happened = [(number, words) for number, words in outcomes if number]
    stay = "stays" if found.kept_deleted == 1 else "stay"
    kept = f"{_were(found.kept_deleted)} deleted here before and {stay} deleted"
    if not happened and not found.kept_deleted:
        return "Nothing new: this history has all of it."
    if not happened:
        return f"Nothing new: {count(found.kept_deleted, 'session')} {kept}."
    (first, words), *others = happened
    line = ", ".join([f"{count(first, 'session')} {words}", *(f"{n} {what}" for n, what in others)])
    return f"{line}. {found.kept_deleted} {kept}." if found.kept_deleted else f"{line}."


def _were(number: int) -> str:
    return "was" if number == 1 else "were"

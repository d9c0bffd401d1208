"""A history joined to others, in one step."""

from collections.abc import Sequence
from functools import reduce

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.merge import JoinCount, count_join, joined
from routine_app.core.history.repository import HistoryExchange


def join_to(history: HistoryExchange, incoming: Sequence[HistoryContents]) -> JoinCount:
    """Join all of these to a history, or none of them; gives what became of its sessions. Raises SurroundingsError."""
    theirs = reduce(joined, incoming, HistoryContents())
    counts: list[JoinCount] = []

    def join(ours: HistoryContents) -> HistoryContents:
        outcome = joined(ours, theirs)
        counts.append(count_join(ours, theirs, outcome))
        return outcome

    history.replace(join)
    return counts[-1]

"""An import that runs until it is killed; `test_killed_import.py` starts this program, and reads what it tells.

It joins many sessions to the history at the path that it is given, and tells of each part that is joined.
"""

import sys
from contextlib import closing
from pathlib import Path

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.merge import join_to
from routine_app.data.history.repository import SqliteHistory
from tests.core.history.whole_history import incoming
from tests.data.history.sample_sessions import many_sessions

SESSIONS = HistoryContents(many_sessions(3000))


def main() -> None:
    """Import them."""
    with closing(SqliteHistory(Path(sys.argv[1]))) as history:
        for share in join_to(history, [incoming(SESSIONS)]):
            print(share, flush=True)


if __name__ == "__main__":
    main()

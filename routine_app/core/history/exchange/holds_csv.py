"""A history as the bytes of a file."""

import csv
import json

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import export_document, history_rows


def json_file(contents: HistoryContents) -> bytes:
    """Everything, as JSON in UTF-8; equal contents give equal bytes."""
    return f"{json.dumps(export_document(contents), indent=1, ensure_ascii=False)}\n".encode()


def csv_file(contents: HistoryContents) -> bytes:
    """The holds, as CSV with a byte order mark, without which spreadsheets take it for the text of one country."""
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(history_rows(contents.sessions))
    return "".join(lines).encode("utf-8-sig")


class _Lines(list[str]):
    """Lines, written one by one."""

    def write(self, line: str) -> None:
        self.append(line)

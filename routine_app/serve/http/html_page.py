"""The server's own small pages, in the app's colours, with no script."""

import base64
import hashlib
from html import escape

STYLE = """
:root { color-scheme: light dark; --page: #F6F4EF; --card: #FFFFFF; --ink: #1D2528; --quiet: #5D6B6E;
  --link: #0E7C66; --line: #DDD8CD; }
@media (prefers-color-scheme: dark) { :root { --page: #101416; --card: #1A2023; --ink: #EEF2F1;
  --quiet: #9FB0B0; --link: #4CC9A7; --line: #2C363A; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 20px;
  background: var(--page); color: var(--ink); font: 17px/1.5 Roboto, system-ui, sans-serif; }
main { width: 100%; max-width: 560px; padding: 24px 28px; border: 1px solid var(--line);
  border-radius: 24px; background: var(--card); }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.2; }
p, ul { margin: 8px 0; }
ul { padding-left: 20px; }
.quiet { color: var(--quiet); font-size: 15px; }
.code { display: block; width: min(100%, 48vh); min-width: 220px; margin: 12px auto;
  border-radius: 12px; background: #FFFFFF; }
code { overflow-wrap: anywhere; user-select: all; }
a { color: var(--link); display: inline-block; padding: 12px 0; }
"""

_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

SMALL_PAGE_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of these pages: their one style sheet, and nothing else."""


def small_page(heading: str, body: str) -> str:
    """A whole page: its heading as plain text, its body as HTML."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(heading)}</title><style>{STYLE}</style></head>\n"
        f"<body><main><h1>{escape(heading)}</h1>\n{body}</main></body>\n</html>\n"
    )

"""The server's own small pages."""

import base64
import hashlib
import re

import flet as ft

from routine_app.serve.http.html_page import SMALL_PAGE_POLICY, STYLE, small_page
from routine_app.ui.kit import theme


def colours(style: str) -> dict[str, str]:
    """The named colours of a style sheet."""
    return dict(re.findall(r"--(\w+): (#[0-9A-F]{6})", style))


def colours_of(look: ft.Theme) -> dict[str, object]:
    """The same of the app."""
    scheme = look.color_scheme
    assert scheme is not None
    return {
        "page": scheme.surface,
        "card": scheme.surface_container_lowest,
        "ink": scheme.on_surface,
        "quiet": scheme.on_surface_variant,
        "link": scheme.primary,
        "line": scheme.outline_variant,
    }


def test_they_have_the_apps_colours() -> None:
    """By day and by night."""
    day, night = STYLE.split("@media")
    assert colours(day) == colours_of(theme.light_theme())
    assert colours(night) == colours_of(theme.dark_theme())


def test_the_policy_allows_the_style_that_stands_there() -> None:
    """A browser compares the hash with what is between the tags."""
    (style,) = re.findall(r"<style>(.*?)</style>", small_page("A", ""), re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in SMALL_PAGE_POLICY


def test_a_heading_is_only_text() -> None:
    """It cannot become markup."""
    assert "<h1>a &lt;b&gt;</h1>" in small_page("a <b>", "")

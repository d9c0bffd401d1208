"""The page with the code, for those who are in."""

from routine_app.serve.lan.invitation import CAUTIONS
from routine_app.serve.lan.qr_code import code_svg
from tests.serve.conftest import Lan
from tests.serve.raw_http import ask, get


def test_the_page_with_the_code(lan: Lan) -> None:
    """It shows the link as a picture and as text, warns, and is not kept."""
    answer = ask(lan.address, get(b"/phone", b"Host: " + lan.host, b"Cookie: " + lan.cookie))
    link = f"http://{lan.host.decode()}{lan.path.decode()}"
    text = answer.body.decode()
    assert answer.status == 200
    assert code_svg(link) in text
    assert f"<code>{link}</code>" in text
    assert all(caution in text for caution in CAUTIONS)
    assert "script" not in text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")

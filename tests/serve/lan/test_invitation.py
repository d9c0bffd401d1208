"""The secrets that let a device in."""

from routine_app.serve.lan.invitation import new_invitation


def test_each_start_has_secrets_of_its_own() -> None:
    """None is another's, and none is short."""
    one, other = new_invitation(1), new_invitation(1)
    texts = [text for i in (one, other) for text in (i.path, i.own_path, i.cookie_value)]
    assert [text.rpartition("/")[0] for text in texts] == ["/in", "/here", ""] * 2
    assert [len(secret) for secret in {text.rpartition("/")[2] for text in texts}] == [43] * 6

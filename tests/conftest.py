"""Property tests without a time limit: beside a busy process, an example of 5 ms takes the 200 that Hypothesis allows."""

from functools import cache
from pathlib import Path


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Set Hypothesis up before a module that uses it is imported; to load it takes 0.3 s, which most others do not need."""
    if b"hypothesis" in module_path.read_bytes():
        _allow_any_time()


@cache
def _allow_any_time() -> None:
    from hypothesis import HealthCheck, settings  # noqa: PLC0415 - as above

    settings.register_profile(
        "any_time", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("any_time")

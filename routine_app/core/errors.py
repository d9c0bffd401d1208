"""Errors whose text is shown to the user: trouble with folders, files, the network."""


class UserFacingError(Exception):
    """Something outside the program is in the way; its text is one sentence that says what to do."""


def os_reason(error: OSError) -> str:
    """The system's own words for an error, to stand inside a sentence: "permission denied"."""
    words = error.strerror or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]

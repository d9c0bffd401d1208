"""What anybody who serves the app to the local network should know."""

CAUTIONS = (
    "Anybody who has the link is in until the server ends: show it to nobody else.",
    "The local network sees what is sent: it is not encrypted.",
    (
        "Installing to the home screen and keeping the screen awake need the static site "
        "(routine-app publish) or the native package."
    ),
)

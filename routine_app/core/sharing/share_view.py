"""What the share screen shows: one routine as a code to scan, a link, and a file."""

from dataclasses import dataclass

from routine_app.core.sharing.code import ShareCodeError, share_code
from routine_app.core.sharing.link import fits_link, fits_qr, share_link

_SCAN = "Scan this with the other device's camera, or send the link. It holds the whole routine."
_SCAN_BARE = (
    "Scan this, or send the code: it holds the whole routine. The other device imports it by pasting it."
)
_LINK = "This routine is too long for a code to scan. Send the link, which holds all of it, or the file."
_LINK_BARE = "This routine is too long for a code to scan. Send the code, which holds all of it, or the file."
_FILE = "This routine is too long for a code or a link. Save its file, and send that."


@dataclass(frozen=True, slots=True)
class ShareView:
    """The ways to share one routine.

    `link` is a link, or a code alone where the app has no address; empty if the routine is too long.
    `is_scannable` tells whether it fits a QR code. `copy_words` are those of the button that copies it.
    """

    title: str
    file_name: str
    note: str
    link: str
    is_scannable: bool
    copy_words: str


def present_share(title: str, file_name: str, text: str, address: str) -> ShareView:
    """The screen for a routine with that text.

    `address` is where others find the app, empty if nowhere; then a code is shared instead of a link.
    """
    try:
        code = share_code(file_name, text)
    except ShareCodeError as error:
        return ShareView(title, file_name, str(error), "", is_scannable=False, copy_words="")
    link = share_link(address, code) if address else code
    if not fits_link(link):
        return ShareView(title, file_name, _FILE, "", is_scannable=False, copy_words="")
    is_scannable = fits_qr(link)
    if address:
        note, words = _SCAN if is_scannable else _LINK, "Copy link"
    else:
        note, words = _SCAN_BARE if is_scannable else _LINK_BARE, "Copy code"
    return ShareView(title, file_name, note, link, is_scannable, words)

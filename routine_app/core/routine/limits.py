"""How large a routine file may be."""

FILE_LIMIT_BYTES = 256 * 1024
"""The longest routine file that is read, however it comes in."""

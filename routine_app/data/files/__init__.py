"""Files: read and replaced whole, on a disk or in a browser."""

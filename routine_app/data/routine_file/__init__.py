"""Reads routine files: from bytes to a routine, or to a line for each mistake."""

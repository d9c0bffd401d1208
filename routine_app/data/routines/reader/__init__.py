"""Reads routine files: from YAML nodes to a routine, or to a line for each mistake."""

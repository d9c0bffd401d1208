"""The editor of routine files."""

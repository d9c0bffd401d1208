"""The help screens."""

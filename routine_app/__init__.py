"""Routine App: a stretching-routine timer whose routines are YAML files."""

__version__ = "0.1.0"

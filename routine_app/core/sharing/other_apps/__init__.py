"""Routines of other apps."""

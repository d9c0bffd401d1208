"""Reads the workout files of other timer apps, as far as a routine can say the same."""

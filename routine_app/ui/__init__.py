"""Screens in Flet: each shows a frozen view made by `core`."""

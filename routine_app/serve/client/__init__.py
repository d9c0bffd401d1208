"""Flet's web client as this app uses it: the same files from the server and in the phone app."""

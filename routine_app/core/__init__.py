"""Pure rules of the app: the standard library only, no file, no clock, no Flet."""

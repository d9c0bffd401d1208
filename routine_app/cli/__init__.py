"""The work of each command; `routine_app.__main__` reads the arguments and calls these."""

"""The player: the screen of a session that runs, and its summary."""

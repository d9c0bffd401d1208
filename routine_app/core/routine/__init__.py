"""A routine: its model, its plan of steps, its names and limits, and its text."""

"""Files: routines, history and where they are kept."""

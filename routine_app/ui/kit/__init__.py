"""Controls that more than one screen shows."""

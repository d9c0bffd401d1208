"""The balance of the ropes, and what to do today."""

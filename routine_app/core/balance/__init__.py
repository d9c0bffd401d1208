"""The balance of the ropes, what to do today, and the catch-up routine."""

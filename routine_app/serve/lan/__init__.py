"""Serving phones in the same network, by invitation."""

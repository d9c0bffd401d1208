"""The native window, and the process of its client."""

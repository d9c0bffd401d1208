"""The browser surfaces of the app."""

"""The help pages: the format, its examples and the cookbook."""

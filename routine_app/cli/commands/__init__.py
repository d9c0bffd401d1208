"""The commands: one module each, with `add_parser` for its arguments and `run` for its work."""

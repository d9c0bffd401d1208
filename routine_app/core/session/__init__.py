"""A session: the engine that runs a plan, its record, and how it is resumed."""

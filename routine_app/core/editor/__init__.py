"""The editor: a text under way, its undo, its completions and its view."""

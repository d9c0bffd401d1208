"""YAML: from bytes to nodes, with the place of each and what is wrong with it."""

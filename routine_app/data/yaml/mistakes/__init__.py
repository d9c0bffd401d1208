"""What people write that looks like YAML and is none: found in the text, told by what it is, and mended to read on."""

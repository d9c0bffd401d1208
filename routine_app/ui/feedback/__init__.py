"""The form for feeling and pain, and the advice after pain."""

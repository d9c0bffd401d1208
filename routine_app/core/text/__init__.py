"""Text and numbers: how they are read and worded, whatever they are about."""

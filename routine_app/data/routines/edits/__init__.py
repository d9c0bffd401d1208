"""Small edits of a routine file: only the characters that change."""

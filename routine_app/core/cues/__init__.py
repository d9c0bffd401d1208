"""Cues: what is said and sounded in a session, and when."""

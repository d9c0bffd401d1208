"""The history: its list, its charts, one session, export and import."""

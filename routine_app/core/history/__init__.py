"""The history of sessions: where it is kept, its weeks and its views."""

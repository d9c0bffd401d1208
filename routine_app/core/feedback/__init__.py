"""Feedback: how a session felt, what hurt, and the advice after pain."""

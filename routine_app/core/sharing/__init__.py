"""Sharing: codes, links, and what comes in by them."""

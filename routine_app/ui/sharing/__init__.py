"""Sharing a routine, and importing one."""

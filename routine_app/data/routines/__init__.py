"""The folder of routines, and the user's drafts."""

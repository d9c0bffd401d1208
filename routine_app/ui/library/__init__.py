"""The list of routines, and the page of one."""

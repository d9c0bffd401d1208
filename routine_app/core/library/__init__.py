"""The list of routines and the page of one: search, order and views."""

"""The phone app: a folder of static files that needs no server and no network."""

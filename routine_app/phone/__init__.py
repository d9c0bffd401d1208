"""How Python starts in the phone app, which a browser runs."""

"""Shows the app: in a window, to browsers of this machine, to phones, and as a folder of static files."""

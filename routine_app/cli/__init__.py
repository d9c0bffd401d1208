"""The command line: `main` reads the arguments, and each command is a module of `commands`."""

"""Which sessions run, told to other processes."""

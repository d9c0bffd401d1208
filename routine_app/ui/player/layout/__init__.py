"""Where the player's parts lie, for every size of screen and text."""

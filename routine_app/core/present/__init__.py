"""From state to what a screen says: frozen views of plain words and numbers."""

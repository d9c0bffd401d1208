"""The voice: clips that ship, sentences that are rendered, and which is taken."""

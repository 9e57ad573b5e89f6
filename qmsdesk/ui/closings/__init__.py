"""Close: showing what was found, signing, feedback, and the end of the day. May import ui, store and domain."""

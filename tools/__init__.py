"""Chores of the house: set-up and tests, catalogues, the walk through the demo day, pictures."""

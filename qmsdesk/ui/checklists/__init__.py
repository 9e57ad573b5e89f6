"""Checklists: the editions there are, to read."""

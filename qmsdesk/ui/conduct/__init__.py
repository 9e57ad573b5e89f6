"""Conduct: the questions of the day, notes and answers."""

"""Phrases on screen: chosen while one writes, and looked through. Stands on fields, choices and the theme."""

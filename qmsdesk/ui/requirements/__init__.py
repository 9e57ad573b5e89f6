"""Requirement sources on screen: their editions, clauses and units. Stands on fields, choices and the theme."""

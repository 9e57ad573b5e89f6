"""Findings: the form and the list of one audit's findings."""

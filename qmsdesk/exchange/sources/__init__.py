"""Checklists that people already have: sheets, documents and forms, read and understood."""

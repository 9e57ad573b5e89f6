"""Checklists handed out as files that others can open, and that this program reads back as they were."""

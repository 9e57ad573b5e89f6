"""The window in which a file becomes a checklist: the original beside what it was understood to hold."""

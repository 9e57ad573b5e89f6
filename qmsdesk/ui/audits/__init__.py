"""Audits: the programme, a new audit, and one audit with its steps."""

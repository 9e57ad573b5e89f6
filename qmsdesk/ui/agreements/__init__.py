"""Agree: the auditors confer on answers, findings and messages."""

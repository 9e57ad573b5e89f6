"""Checklists as people lay them out, made by hand, with what a careful person reads in them."""

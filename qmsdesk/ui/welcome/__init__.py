"""Welcome: the first start."""

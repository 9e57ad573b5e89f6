"""Today: the day of today with one button, what is next, and what waits."""

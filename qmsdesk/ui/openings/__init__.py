"""Open: the script of the first quarter of an hour, who is there, and the start of the clock."""

"""What is seen: the only Qt in the house. May import every floor below it, never the command line."""

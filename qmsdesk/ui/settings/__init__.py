"""Settings: language, look and what lies where."""

"""The house by the back door: commands for a terminal. May import exchange, store, report and the floors below."""

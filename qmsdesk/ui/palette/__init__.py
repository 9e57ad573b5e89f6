"""The palette: one field that finds every command, place, audit, question, finding and note."""

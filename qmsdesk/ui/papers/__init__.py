"""Papers: lists, sheets and summaries as PDF, made beside the window; they stand on the theme and the desk."""

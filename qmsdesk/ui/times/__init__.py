"""The time a day took: what the plan and the log propose, and what people put right."""

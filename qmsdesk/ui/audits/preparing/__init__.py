"""The cards of the Prepare page, one for each matter to settle before the day. May import ui, store and domain."""

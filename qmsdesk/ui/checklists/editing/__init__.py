"""The editor of a draft: an outline of its sections and questions, and beside it all that one of them says."""

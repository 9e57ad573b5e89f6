"""Charts in the window: the drawings of the report in the window's colours, each with its table a click away."""

"""The soak: what the normal run tries a little of, tried for long; `make soak` prints what it tried."""

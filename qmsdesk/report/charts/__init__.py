"""Charts: how numbers are drawn (bars, multiples, columns), and which numbers of an audit are (the others)."""

"""What Python says of its own build, as far as the program asks: where a system keeps its time zones.

The real one names the folders of the machine that built Python, and nothing else of it is of use in a bundle.
"""

build_time_vars = {"TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"}

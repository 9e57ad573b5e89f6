"""Photos and other evidence on screen: coming in, in a strip, and opened to be looked at and drawn on."""

"""Actions: who does what until when, for one audit or for all."""

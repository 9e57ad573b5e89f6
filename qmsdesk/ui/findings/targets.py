"""The tall controls of `ui.targets`, by the name they had when they stood here."""

from qmsdesk.ui.targets import TallButton, TallLine, TallNumber

__all__ = ["TallButton", "TallLine", "TallNumber"]

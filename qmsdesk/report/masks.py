"""What a masked copy says of itself, in every format."""

from qmsdesk.i18n import Words


def masked_notice(_: Words) -> str:
    """What a reader must know before the rest."""
    return _("Masked copy: what may not be handed out is masked, and the provision stands in its place.")

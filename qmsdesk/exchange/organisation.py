"""The organisation of a register: the one record of its kind, known by the same id everywhere."""

from qmsdesk.domain.identity import derived_id

ORGANISATION_ID = derived_id("organisation")
"""The same on every laptop: those who merge their registers belong to one organisation."""

"""How types of findings look: a tone each, and with it a shape of their own."""

from qmsdesk.domain.findings import FindingType

TONES = {
    FindingType.NONCONFORMITY_MAJOR: "major",
    FindingType.NONCONFORMITY_MINOR: "minor",
    FindingType.OBSERVATION: "observation",
    FindingType.IMPROVEMENT: "improvement",
    FindingType.STRENGTH: "strength",
}

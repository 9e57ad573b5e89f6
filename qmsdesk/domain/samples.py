"""Samples: how many of how many were looked at."""

from collections.abc import Iterable
from dataclasses import dataclass

from qmsdesk.domain.errors import SampleExceedsWhole
from qmsdesk.i18n import Words


@dataclass(frozen=True, slots=True)
class Sample:
    """`looked_at` of `out_of` cases, records or things named by `what`; zero says that it is not known."""

    id: str
    audit_id: str
    question_id: str
    what: str = ""
    looked_at: int = 0
    out_of: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it says something and can be true."""
        return self.looked_at > 0 and not self.exceeds

    @property
    def exceeds(self) -> bool:
        """Whether more were looked at than there were."""
        return 0 < self.out_of < self.looked_at


def say_sample(_: Words, sample: Sample) -> str:
    """A sample as evidence: 5 of 40 care plans."""
    what = sample.what.strip() or _("cases")
    if not sample.out_of:
        return f"{sample.looked_at} {what}"
    return _("{looked_at} of {out_of} {what}", looked_at=sample.looked_at, out_of=sample.out_of, what=what)


def samples_at(samples: Iterable[Sample], question_id: str | None) -> list[Sample]:
    """The samples taken at a question, in the order they were begun."""
    return [sample for sample in samples if sample.question_id == question_id]


def missing_in(_: Words, evidence: str, samples: Iterable[Sample]) -> list[str]:
    """What the samples say that does not stand in the evidence yet."""
    said = [say_sample(_, sample) for sample in samples if sample.is_whole]
    return [text for text in said if text not in evidence]


def with_samples(evidence: str, said: Iterable[str]) -> str:
    """Evidence with samples before it, a sentence each."""
    parts = [*(f"{text}." for text in said), evidence.strip()]
    return " ".join(part for part in parts if part)


def refuse_sample(sample: Sample) -> None:
    """Raise `SampleExceedsWhole` where more were looked at than there were."""
    if sample.exceeds:
        raise SampleExceedsWhole(looked_at=sample.looked_at, out_of=sample.out_of)

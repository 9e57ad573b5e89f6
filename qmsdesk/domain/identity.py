"""Identities: time-ordered for what is created, derived for what two laptops must name alike."""

import os
import time


def new_id() -> str:
    """A UUIDv7 (RFC 9562, 6.2 method 3): unique without asking anyone, and sorted as made, to a quarter microsecond."""
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    bits = milliseconds << 80 | 0x7 << 76 | fraction << 64 | int.from_bytes(os.urandom(8), "big")
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return _written(bits)


def derived_id(*parts: str) -> str:
    """The UUIDv8 that any laptop gives to the same parts, such as one author's answer to one question."""
    from hashlib import sha256  # brings in OpenSSL, which a start does without

    digest = sha256("\0".join(parts).encode()).digest()[:16]
    bits = int.from_bytes(digest, "big")
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return _written(bits)


def _written(bits: int) -> str:
    """As a UUID is written; the module of that name costs a start more than it does."""
    digits = f"{bits:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

"""Identities: time-ordered for what is created, derived for what two laptops must name alike."""

import hashlib
import os
import time
import uuid


def new_id() -> str:
    """A UUIDv7 (RFC 9562, 6.2 method 3): unique without asking anyone, and sorted as made, to a quarter microsecond."""
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = (rest << 12) // 1_000_000
    bits = milliseconds << 80 | 0x7 << 76 | fraction << 64 | int.from_bytes(os.urandom(8), "big")
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))


def derived_id(*parts: str) -> str:
    """The UUIDv8 that any laptop gives to the same parts, such as one author's answer to one question."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()[:16]
    bits = int.from_bytes(digest, "big")
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))

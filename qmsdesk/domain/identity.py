"""Identities: time-ordered for what is created, derived for what two laptops must name alike."""

import hashlib
import os
import time
import uuid


def new_id() -> str:
    """A UUIDv7 (RFC 9562): unique without asking anyone, and sorted by its millisecond of creation."""
    milliseconds = time.time_ns() // 1_000_000
    bits = int.from_bytes(milliseconds.to_bytes(6, "big") + os.urandom(10), "big")
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))


def derived_id(*parts: str) -> str:
    """The UUIDv8 that any laptop gives to the same parts, such as one author's answer to one question."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()[:16]
    bits = int.from_bytes(digest, "big")
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=bits))

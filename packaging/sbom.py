"""The bill of materials of a bundle, as CycloneDX 1.6 JSON: the same bytes for the same bundle and time."""

import datetime as dt
import hashlib
import json
import uuid
from pathlib import Path
from typing import Any

from components import Component

SPACE = uuid.UUID("6f1d2f0a-0f57-4a0e-9a52-2f8c6a3c9d11")


def bill(bundle: Path, version: str, system: str, made_at: int, components: list[Component]) -> dict[str, Any]:
    """`made_at` is the time of the commit, in seconds."""
    listed = [_listed(bundle, one) for one in components]
    main = {"type": "application", "bom-ref": "qmsdesk", "name": "qmsdesk", "version": version}
    content = json.dumps([main, system, listed], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, content)}",
        "version": 1,
        "metadata": {
            "timestamp": dt.datetime.fromtimestamp(made_at, dt.UTC).isoformat().replace("+00:00", "Z"),
            "component": main | {"properties": [{"name": "qmsdesk:system", "value": system}]},
        },
        "components": listed,
        "dependencies": [{"ref": "qmsdesk", "dependsOn": [one["bom-ref"] for one in listed]}],
    }


def _listed(bundle: Path, one: Component) -> dict[str, Any]:
    said: dict[str, Any] = {"type": one.kind, "bom-ref": f"{one.name}@{one.version}", "name": one.name}
    said |= {"version": one.version, "licenses": [{"expression": one.licence}]}
    if one.purl:
        said["purl"] = one.purl
    if len(one.files) == 1:
        content = hashlib.sha256(one.files[0].read_bytes()).hexdigest()
        said["hashes"] = [{"alg": "SHA-256", "content": content}]
    if one.files:
        places = [path.relative_to(bundle).as_posix() for path in one.files]
        said["evidence"] = {"occurrences": [{"location": place} for place in places]}
    return said

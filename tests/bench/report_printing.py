"""Run in a process of its own, which knows of no tests: print the report that was laid out for it.

`report_printing FOLDER STAMP`; says the most memory it took, in megabytes.
"""

import datetime as dt
import pickle
import sys
from pathlib import Path

from qmsdesk.i18n import words
from qmsdesk.report.audits import write_audit_report

if __name__ == "__main__":
    folder, stamp = Path(sys.argv[1]), dt.datetime.fromisoformat(sys.argv[2])
    dossier, files = pickle.loads(folder.joinpath("dossier").read_bytes())
    with folder.joinpath("report.pdf").open("wb") as sink:
        write_audit_report(sink, dossier, words("sv"), stamp=stamp, photos=files)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024)

"""Run in a process of its own: print one report of so many findings, and say the most memory it took, in megabytes."""

import sys
from pathlib import Path

from qmsdesk.i18n import words
from qmsdesk.report.audits import audit_report
from tests.bench.big_dossiers import big_dossier
from tests.report.sample_dossiers import STAMP

if __name__ == "__main__":
    audit_report(big_dossier(int(sys.argv[1])), words("sv"), stamp=STAMP)
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024)

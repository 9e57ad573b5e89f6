"""Python's own name for SQLite, standing for pysqlite3: sqlite-utils imports it by this name, and one SQLite is enough.

The system's may be one that can lose pages, and Python's module for it would need the system's library.
"""

from pysqlite3.dbapi2 import *  # noqa: F403

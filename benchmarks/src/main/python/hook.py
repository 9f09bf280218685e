"""The baseline: what a plain Python hook takes to make the writes that engine-hook makes.

python3 hook.py DATABASE, the payload on stdin. It writes a scratch file of its own and never an
Engine database: the SQLite that Python brings may have the WAL-reset bug.
"""

import json
import sqlite3
import sys
from datetime import datetime, timezone

payload = json.load(sys.stdin)
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = WAL")
db.execute("PRAGMA synchronous = FULL")
db.execute("PRAGMA busy_timeout = 1500")
db.execute(
    "CREATE TABLE IF NOT EXISTS sessions (claude_session_id TEXT PRIMARY KEY, current_state TEXT,"
    " cwd TEXT, transcript_path TEXT, started_at TEXT, last_seen_at TEXT) STRICT"
)
now = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
db.execute("BEGIN IMMEDIATE")
known = db.execute(
    "SELECT * FROM sessions WHERE claude_session_id = ?", (payload["session_id"],)
).fetchone()
if known:
    db.execute(
        "UPDATE sessions SET current_state = ?, last_seen_at = ? WHERE claude_session_id = ?",
        ("active", now, payload["session_id"]),
    )
else:
    db.execute(
        "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?)",
        (payload["session_id"], "active", payload["cwd"], payload["transcript_path"], now, now),
    )
db.execute("COMMIT")

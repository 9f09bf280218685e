-- Lets a page of any list, filtered or not, begin in an index and end there: ids decide the order of equal times.
DROP INDEX sessions_by_conversation;
DROP INDEX sessions_live;
DROP INDEX sessions_by_start;
DROP INDEX sessions_by_role;
CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at, id);
CREATE INDEX sessions_live ON sessions (started_at, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_live_by_role ON sessions (role, started_at, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_start ON sessions (started_at, id);
CREATE INDEX sessions_by_role ON sessions (role, started_at, id);

DROP INDEX workers_by_status;
DROP INDEX workers_by_creation;
DROP INDEX workers_by_session;
DROP INDEX workers_by_conversation;
CREATE INDEX workers_by_status ON workers (status, created_at, id);
CREATE INDEX workers_by_creation ON workers (created_at, id);
CREATE INDEX workers_by_session ON workers (session_id, created_at, id);
CREATE INDEX workers_by_conversation ON workers (conversation_id, created_at, id);

DROP INDEX missions_by_slot;
DROP INDEX missions_by_status;
CREATE INDEX missions_by_slot ON missions (slot_at, id);
CREATE INDEX missions_by_status ON missions (status, slot_at, id);
CREATE INDEX missions_by_outcome ON missions (scheduled_mission_id, status, slot_at, id);
CREATE INDEX missions_finished ON missions (scheduled_mission_id, slot_at) WHERE finished_at IS NOT NULL;

DROP INDEX priorities_done;
CREATE INDEX priorities_done ON priorities (completed_at, id) WHERE completed_at IS NOT NULL;
CREATE INDEX priorities_done_by_pool ON priorities (pool, completed_at, id) WHERE completed_at IS NOT NULL;

DROP INDEX staged_content_by_status;
DROP INDEX staged_content_by_time;
DROP INDEX staged_content_expiring;
CREATE INDEX staged_content_waiting ON staged_content (staged_at, id) WHERE resolved_at IS NULL;
CREATE INDEX staged_content_resolved ON staged_content (staged_at, id) WHERE resolved_at IS NOT NULL;
CREATE INDEX staged_content_expiring ON staged_content (expires_at, id) WHERE status = 'staged' AND expires_at IS NOT NULL;
CREATE INDEX staged_content_by_time ON staged_content (staged_at, id);
CREATE INDEX staged_content_by_conversation ON staged_content (conversation_id, staged_at, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX staged_content_by_session ON staged_content (session_id) WHERE session_id IS NOT NULL;

DROP INDEX pings_open;
DROP INDEX pings_by_creation;
DROP INDEX pings_by_conversation;
CREATE INDEX pings_open ON pings (created_at, id) WHERE acknowledged_at IS NULL;
CREATE INDEX pings_acknowledged ON pings (created_at, id) WHERE acknowledged_at IS NOT NULL AND answered_at IS NULL;
CREATE INDEX pings_answered ON pings (created_at, id) WHERE answered_at IS NOT NULL;
CREATE INDEX pings_by_creation ON pings (created_at, id);
CREATE INDEX pings_by_conversation ON pings (conversation_id, created_at, id);
CREATE INDEX pings_by_session ON pings (session_id) WHERE session_id IS NOT NULL;

DROP INDEX conversation_notifications_waiting;
DROP INDEX conversation_notifications_by_creation;
DROP INDEX conversation_notifications_by_conversation;
CREATE INDEX conversation_notifications_waiting ON conversation_notifications (created_at, id) WHERE notified_at IS NULL;
CREATE INDEX conversation_notifications_told ON conversation_notifications (created_at, id) WHERE notified_at IS NOT NULL;
CREATE INDEX conversation_notifications_waiting_by_conversation
  ON conversation_notifications (conversation_id, created_at, id) WHERE notified_at IS NULL;
CREATE INDEX conversation_notifications_by_creation ON conversation_notifications (created_at, id);
CREATE INDEX conversation_notifications_by_conversation ON conversation_notifications (conversation_id, created_at, id);
CREATE INDEX conversation_notifications_by_session ON conversation_notifications (session_id) WHERE session_id IS NOT NULL;

PRAGMA user_version = 33;

-- held: drops session_notifications, replaced by conversation_notifications in 027, release once nothing reads it
DROP INDEX session_notifications_by_session;
DROP TABLE session_notifications;

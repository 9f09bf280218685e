-- Notes when a client's process started in a way that no clock step changes, and which tmux server a pane belongs to.
ALTER TABLE sessions ADD COLUMN pid_boot TEXT CHECK (length(pid_boot) = 36);
ALTER TABLE sessions ADD COLUMN pid_namespace INTEGER CHECK (pid_namespace > 0);
ALTER TABLE sessions ADD COLUMN pid_start_ticks INTEGER CHECK (pid_start_ticks >= 0);
ALTER TABLE sessions ADD COLUMN tmux_server TEXT CHECK (length(tmux_server) <= 256);

PRAGMA user_version = 36;

-- Every heartbeat asks which sessions are open; those of years are not.
create index session_expires_at on session (expires_at);

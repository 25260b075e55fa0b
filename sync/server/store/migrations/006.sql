-- Live streams ask which devices were signed out lately.
CREATE INDEX session_revoked ON session (revoked) WHERE revoked IS NOT NULL;

-- Where the company was moved to (migrate-store), so that nobody serves it from here as well; no row while it is here.
CREATE TABLE moved (
    target TEXT PRIMARY KEY
) {clustered};

-- Nobody waits for this transaction for long, and it for nobody.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '30s';

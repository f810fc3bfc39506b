-- Ends with the transaction. Nothing waits longer than Cognito does, which gives a trigger 5 seconds.
SET LOCAL statement_timeout = '700ms';
SELECT pg_advisory_xact_lock(hashtext('cruddur-messages register-user'));

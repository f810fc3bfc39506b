-- One registration at a time, to the end of its transaction. Cognito gives a trigger 5 seconds: nothing waits longer, and a
-- function that Lambda stopped in the middle keeps nobody waiting.
SET LOCAL statement_timeout = '700ms';
SET LOCAL idle_in_transaction_session_timeout = '2s';
SELECT pg_advisory_xact_lock(hashtext('cruddur-messages register-user'));

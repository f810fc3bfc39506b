-- One registration at a time, to the end of its transaction. A function that Lambda stopped in the middle keeps nobody waiting.
SET LOCAL idle_in_transaction_session_timeout = '2s';
SELECT pg_advisory_xact_lock(hashtext('cruddur-messages register-user'));

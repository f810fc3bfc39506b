-- The users' table, as the Cruddur service has it. Safe to run again, and on a table that is there already.
CREATE TABLE IF NOT EXISTS public.users (
  uuid UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  display_name TEXT NOT NULL,
  handle TEXT NOT NULL,
  email TEXT NOT NULL,
  cognito_user_id TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL DEFAULT current_timestamp
);

-- Not unique: rows from before sign-in existed share a placeholder as their cognito_user_id.
CREATE INDEX IF NOT EXISTS users_cognito_user_id ON public.users (cognito_user_id);
CREATE INDEX IF NOT EXISTS users_handle ON public.users (handle);

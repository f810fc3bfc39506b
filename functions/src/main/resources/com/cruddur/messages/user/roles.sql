-- Who the functions are in this database (DatabaseRole). Safe to run again; concerns no other role.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['cruddur_messages_reader', 'cruddur_messages_registrar'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', name);
    END IF;
    -- Amazon RDS: whoever has this role signs in with an IAM token, and only so.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rds_iam') THEN
      EXECUTE format('GRANT rds_iam TO %I', name);
    END IF;
    -- Functions that are asleep keep their connections, and a database with connections never goes to sleep.
    EXECUTE format('ALTER ROLE %I SET idle_session_timeout = %L', name, '5min');
  END LOOP;
END
$$;

-- What they had before does not count: no more than what is granted here.
REVOKE ALL ON SCHEMA public FROM cruddur_messages_reader, cruddur_messages_registrar;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM cruddur_messages_reader, cruddur_messages_registrar;
GRANT USAGE ON SCHEMA public TO cruddur_messages_reader, cruddur_messages_registrar;

-- Everything but the e-mail address, which nobody has to read.
GRANT SELECT (uuid, display_name, handle, cognito_user_id, created_at) ON public.users
TO cruddur_messages_reader, cruddur_messages_registrar;

GRANT INSERT (display_name, handle, email, cognito_user_id) ON public.users
TO cruddur_messages_registrar;

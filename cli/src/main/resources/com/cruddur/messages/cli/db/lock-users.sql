-- Whoever writes rows without the lock of registrations, as the old service does, waits too. Readers do not.
LOCK TABLE public.users IN SHARE ROW EXCLUSIVE MODE

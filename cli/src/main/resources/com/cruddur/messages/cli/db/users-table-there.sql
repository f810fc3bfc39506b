SELECT to_regclass('public.users') IS NOT NULL

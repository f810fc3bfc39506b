SELECT FROM public.users WHERE lower(handle) = lower(?) LIMIT 1

SELECT uuid, handle, display_name FROM public.users WHERE handle = ? ORDER BY created_at, uuid LIMIT 1

SELECT uuid, handle, display_name FROM public.users WHERE cognito_user_id = ? ORDER BY created_at, uuid LIMIT 1

SELECT uuid, coalesce(handle, ''), coalesce(cognito_user_id, '') FROM public.users ORDER BY handle, uuid

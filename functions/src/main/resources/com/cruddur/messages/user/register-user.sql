INSERT INTO public.users (cognito_user_id, handle, display_name, email)
SELECT sign_up.cognito_user_id, sign_up.handle, sign_up.display_name, sign_up.email
FROM (VALUES (?, ?, ?, ?)) AS sign_up (cognito_user_id, handle, display_name, email)
WHERE NOT EXISTS (
  SELECT FROM public.users
  WHERE users.cognito_user_id = sign_up.cognito_user_id OR lower(users.handle) = lower(sign_up.handle)
)

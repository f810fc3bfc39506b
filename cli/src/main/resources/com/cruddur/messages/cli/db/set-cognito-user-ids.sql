UPDATE public.users SET cognito_user_id = given.cognito_user_id
FROM unnest(?::uuid[], ?::text[]) AS given (uuid, cognito_user_id)
WHERE users.uuid = given.uuid

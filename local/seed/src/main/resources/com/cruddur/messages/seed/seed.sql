-- Three users to start with. Safe to run again: who is there already stays as he is, also under another handle; capitals do not
-- make another handle (register-user.sql).
INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)
SELECT seed.uuid::uuid, seed.display_name, seed.handle, seed.email, seed.cognito_user_id
FROM (VALUES
  ('2b0e3e1c-6f5a-4c39-9a53-0d4f8f1c7a01', 'Andrew Brown', 'andrewbrown', 'andrewbrown@example.com',
   'c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa01'),
  ('7d9c4b52-13e8-4f0d-8a6e-92b7c5e3fb02', 'Andrew Bayko', 'bayko', 'bayko@example.com',
   'c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa02'),
  ('e41f6a88-27c9-4d3b-bd70-3f6a1e9d4c03', 'Loren Ipsum', 'loren', 'loren@example.com',
   'c3a1f0de-8e0b-4a55-b8f1-51d1f3d0aa03')
) AS seed (uuid, display_name, handle, email, cognito_user_id)
WHERE NOT EXISTS (
  SELECT FROM public.users WHERE users.uuid = seed.uuid::uuid OR lower(users.handle) = lower(seed.handle)
);

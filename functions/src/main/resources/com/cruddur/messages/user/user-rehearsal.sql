SELECT gen_random_uuid(), handle, handle FROM (SELECT ?::text AS handle) AS rehearsal

package com.cruddur.messages.bench.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Makes the users of a run: rows in Postgres, and tokens as `bin/token` prints them.
///
/// @param marker stands in every address
record People(DevRun dev, Connection users, String marker) {
  private static final String INSERT =
      "INSERT INTO public.users (uuid, display_name, handle, email, cognito_user_id)"
          + " VALUES (?, ?, ?, ?, ?)";

  /// People who write.
  ///
  /// @param name what their handles begin with
  List<Person> writing(String name, int count) throws IOException, SQLException {
    var people = new ArrayList<Person>();
    for (var person : receiving(name, count)) {
      people.add(new Person(person.uuid(), person.handle(), dev.token(person.handle())));
    }
    return people;
  }

  /// People who never sign in.
  List<Person> receiving(String name, int count) throws SQLException {
    var people = new ArrayList<Person>();
    try (var insert = users.prepareStatement(INSERT)) {
      for (var i = 0; i < count; i++) {
        var person = new Person(UUID.randomUUID(), name + i, "");
        insert.setObject(1, person.uuid());
        insert.setString(2, "Load " + name + i);
        insert.setString(3, person.handle());
        insert.setString(4, person.handle() + "." + marker + "@example.com");
        insert.setString(5, UUID.randomUUID().toString());
        insert.execute();
        people.add(person);
      }
    }
    return people;
  }
}

package com.cruddur.messages.cli.reconcile;

import static com.cruddur.messages.cli.reconcile.Kind.DOUBLED;
import static com.cruddur.messages.cli.reconcile.Kind.KEY_FORM;
import static com.cruddur.messages.cli.reconcile.Kind.MISSING;
import static com.cruddur.messages.cli.reconcile.Kind.ORPHANED;
import static com.cruddur.messages.cli.reconcile.Kind.STALE;
import static com.cruddur.messages.cli.reconcile.Kind.UNREADABLE;

import com.cruddur.messages.message.Timestamp;
import com.cruddur.messages.testing.Table;
import com.cruddur.messages.user.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Every way in which an inbox row can be wrong, and what `reconcile` has to call it.
enum Damage {
  MISSING_ROW(MISSING) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      table.delete(of.row(member));
    }
  },
  OLD_ROW_LEFT_BESIDE(DOUBLED) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var before = Timestamp.of(of.newest().instant().minusSeconds(1)).stored();
      table.put(of.row(member, "sk", before, "message", "an older one"));
    }
  },
  TWICE_IN_THE_SAME_FORM(DOUBLED) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var next = of.newest().next().stored();
      table.put(of.row(member, "sk", next, "last_message_at", of.newest().stored()));
    }
  },
  TWICE_IN_TWO_FORMS(DOUBLED) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      table.put(of.row(member, "sk", naive(of)));
    }
  },
  SHOWS_AN_OLDER_MESSAGE(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var before = Timestamp.of(of.newest().instant().minusSeconds(1)).stored();
      instead(table, of, member, of.row(member, "sk", before));
    }
  },
  SHOWS_ANOTHER_TEXT(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      table.put(of.row(member, "message", "nobody sent this"));
    }
  },
  SHOWS_NO_TEXT(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      table.put(of.row(member, "message", null));
    }
  },
  FROM_THE_FUTURE(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var future = Timestamp.of(Instant.now().plus(Duration.ofDays(1_000))).stored();
      instead(table, of, member, of.row(member, "sk", future));
    }
  },
  NOT_AT_ITS_PLACE(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var later = Timestamp.of(of.newest().instant().plusSeconds(3600)).stored();
      var at = of.newest().stored();
      instead(table, of, member, of.row(member, "sk", later, "last_message_at", at));
    }
  },
  AT_NO_TIME(STALE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      instead(table, of, member, of.row(member, "sk", "last tuesday " + of.uuid()));
    }
  },
  OF_A_CONVERSATION_WITHOUT_MESSAGES(ORPHANED) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var sk = of.newest().next().stored();
      table.put(of.row(member, "sk", sk, "message_group_uuid", group(of, member)));
    }

    @Override
    String group(SampleConversation of, User member) {
      return strange(of.uuid().toString());
    }
  },
  OF_NO_MEMBER(ORPHANED) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      table.put(of.row(member, "pk", "GRP#" + inbox(of, member)));
    }

    @Override
    String inbox(SampleConversation of, User member) {
      return strange(of.uuid() + "/" + member.uuid());
    }

    @Override
    boolean applies(boolean isPython) {
      return !isPython;
    }
  },
  KEY_WITHOUT_ZONE(KEY_FORM) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      instead(table, of, member, of.row(member, "sk", naive(of)));
    }
  },
  KEY_IN_ANOTHER_OFFSET(KEY_FORM) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var sk = of.newest().instant().atOffset(ZoneOffset.ofHoursMinutes(5, 30)).toString();
      instead(table, of, member, of.row(member, "sk", sk));
    }
  },
  KEY_WITHOUT_FRACTION(KEY_FORM) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      instead(table, of, member, of.row(member, "sk", of.newest().stored().replace(".000000", "")));
    }

    @Override
    boolean applies(SampleConversation of) {
      return of.newest().instant().getNano() == 0;
    }
  },
  KEY_WITH_Z(KEY_FORM) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      instead(table, of, member, of.row(member, "sk", naive(of) + "Z"));
    }
  },
  KEY_OF_THREE_DIGITS(KEY_FORM) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var sk = of.newest().stored().replaceFirst("000\\+00:00$", "+00:00");
      instead(table, of, member, of.row(member, "sk", sk));
    }
  },
  NAMES_NO_CONVERSATION(UNREADABLE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var sk = of.newest().next().stored();
      table.put(of.row(member, "sk", sk, "message_group_uuid", null));
    }

    @Override
    String group(SampleConversation of, User member) {
      return "";
    }
  },
  NAMES_NONSENSE(UNREADABLE) {
    @Override
    void apply(Table table, SampleConversation of, User member) {
      var sk = of.newest().next().stored();
      table.put(of.row(member, "sk", sk, "message_group_uuid", group(of, member)));
    }

    @Override
    String group(SampleConversation of, User member) {
      return "the one with " + of.uuid();
    }
  };

  final Kind kind;

  Damage(Kind kind) {
    this.kind = kind;
  }

  abstract void apply(Table table, SampleConversation of, User member);

  /// Whose inbox the finding is to name.
  String inbox(SampleConversation of, User member) {
    return member.uuid().toString();
  }

  /// Which conversation the finding is to name.
  String group(SampleConversation of, User member) {
    return of.uuid().toString();
  }

  boolean applies(boolean isPython) {
    return true;
  }

  boolean applies(SampleConversation of) {
    return true;
  }

  private static void instead(
      Table table, SampleConversation of, User member, Map<String, AttributeValue> row) {
    table.delete(of.row(member));
    table.put(row);
  }

  // The uuid of somebody or something that nobody knows, always the same.
  private static String strange(String seed) {
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String naive(SampleConversation of) {
    return of.newest().stored().replace("+00:00", "");
  }
}

package com.cruddur.messages.bench.load;

import com.cruddur.messages.bench.load.Ledger.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// Somebody who asks for one thing after the other as fast as he gets answers.
final class Client implements Runnable {
  private final Calls calls;
  private final List<Person> people;
  private final BooleanSupplier over;
  private final Random random;
  private final List<Membership> memberships = new ArrayList<>();

  /// @param calls closed when [#run] is done
  /// @param people those who write to each other
  /// @param over whether to stop asking
  Client(Calls calls, List<Person> people, BooleanSupplier over, Random random) {
    this.calls = calls;
    this.people = people;
    this.over = over;
    this.random = random;
  }

  private record Membership(Person person, String group) {}

  @Override
  public void run() {
    try (calls) {
      while (!over.getAsBoolean()) {
        switch (random.nextInt(20)) {
          case 0 -> showUser();
          case 1 -> showNobody();
          case 2, 3, 4, 5, 6, 7 -> listGroups();
          case 8, 9, 10, 11 -> list();
          case 12, 13 -> sendToHandle(one(people), one(people));
          default -> sendToGroup();
        }
      }
    }
  }

  /// Asks for one thing of every kind.
  void askForEverything() {
    sendToHandle(people.getFirst(), people.getLast());
    sendToGroup();
    list();
    listGroups();
    showUser();
    showNobody();
  }

  private void showUser() {
    show(Kind.SHOW_USER, one(people).handle());
  }

  // Whoever is not there is looked up every time, so Postgres is missed when it is away.
  private void showNobody() {
    show(Kind.SHOW_NOBODY, "nobody");
  }

  private void show(Kind kind, String handle) {
    calls.read(kind, one(people), "/api/users/@" + handle + "/short");
  }

  private void listGroups() {
    calls.read(Kind.LIST_MESSAGE_GROUPS, one(people), "/api/message_groups");
  }

  private void list() {
    if (!memberships.isEmpty()) {
      var of = one(memberships);
      calls.read(Kind.LIST_MESSAGES, of.person(), "/api/messages/" + of.group());
    }
  }

  private void sendToGroup() {
    if (!memberships.isEmpty()) {
      var of = one(memberships);
      send(Kind.SEND_TO_GROUP, of.person(), "message_group_uuid", of.group());
    }
  }

  private void sendToHandle(Person sender, Person receiver) {
    if (!receiver.equals(sender)) {
      send(Kind.SEND_TO_HANDLE, sender, "handle", receiver.handle());
    }
  }

  // Every other message has a key.
  private void send(Kind kind, Person sender, String field, String value) {
    calls
        .send(kind, sender, field, value, random.nextBoolean())
        .ifPresent(
            message -> {
              if (kind == Kind.SEND_TO_HANDLE) {
                memberships.add(new Membership(sender, message.group()));
              }
            });
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}

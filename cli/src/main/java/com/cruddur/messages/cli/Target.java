package com.cruddur.messages.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a command is about to change, for [Confirmation].
///
/// @param what the thing, `table cruddur-messages`
/// @param where it is, with account and region; asked for only when somebody has to be told
/// @param isLocal whether it belongs to this machine
public record Target(String what, Supplier<String> where, boolean isLocal) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "::1");

  /// A table at an endpoint, or in AWS when there is none.
  static Target table(String name, Optional<URI> endpoint, Supplier<String> inAws) {
    return new Target(
        "table " + name,
        endpoint.<Supplier<String>>map(uri -> () -> "at " + uri).orElse(inAws),
        endpoint.map(uri -> isLoopback(uri.getHost())).orElse(false));
  }

  /// A database, by its host.
  ///
  /// @param isTls whether the connection has to be encrypted: then a loopback address is the near
  ///     end of a tunnel to another machine
  static Target database(String name, String host, boolean isTls) {
    return new Target("database " + name, () -> "on " + host, isLoopback(host) && !isTls);
  }

  /// What and where, in one phrase.
  String describe() {
    return what + " " + where.get();
  }

  // By its text: a name that another machine's name service leads here is not local for that.
  private static boolean isLoopback(String host) {
    try {
      return LOOPBACK.contains(host.toLowerCase(Locale.ROOT))
          || (host.matches("127(\\.\\d{1,3}){3}")
              && InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

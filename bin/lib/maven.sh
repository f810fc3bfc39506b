# Sourced by the scripts beside it: build [ARGUMENT...] runs a Maven that is new enough.

readonly MAVEN_RELEASE=3.8.7

build() {
  local found
  if ! command -v mvn > /dev/null; then
    printf '%s: Maven %s or newer (3.x) is missing; see https://maven.apache.org/install.html\n' \
      "${0##*/}" "$MAVEN_RELEASE" >&2
    exit 1
  fi
  found=$(mvn --version | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  if [ "$(printf '%s\n%s\n' "$MAVEN_RELEASE" "$found" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" != "$MAVEN_RELEASE" ]; then
    printf '%s: Maven %s or newer (3.x) is needed, but mvn is %s; see https://maven.apache.org/install.html\n' \
      "${0##*/}" "$MAVEN_RELEASE" "$found" >&2
    exit 1
  fi
  # Maven 3.8 itself uses what newer JDKs warn of.
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" mvn "$@"
}

# Sourced by the scripts beside it: finds a JDK 25 and sets JAVA_HOME to it.

readonly JDK_RELEASE=25

# Whether the folder $1 is a JDK (not only a runtime) of our release.
is_our_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
    grep -q "^JAVA_VERSION=\"$JDK_RELEASE[.\"]" "$1/release"
}

# The folder that the java on PATH lies in, behind however many links; macOS has no `readlink -f`.
jdk_on_path() {
  local file link
  file=$(command -v java) || return 0
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=${file%/*}/$link ;;
    esac
  done
  printf '%s\n' "${file%/bin/java}"
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/*; do
    if [ -n "$candidate" ] && is_our_jdk "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  printf '%s: JDK %s is missing. Install one (Eclipse Temurin: https://adoptium.net/temurin/releases/?version=%s), then set JAVA_HOME to it.\n' \
    "${0##*/}" "$JDK_RELEASE" "$JDK_RELEASE" >&2
  exit 1
fi
export JAVA_HOME

# Sourced by the scripts beside it: is_newer FILE MODULE... tells whether FILE is newer than what those modules are built from.

is_newer() {
  local built=$1 module
  shift
  [ -f "$built" ] || return 1
  for module in "$@"; do
    [ -d "$root/$module/target" ] || return 1
    # Not each its own find: a command that starts in a blink should not wait for them.
    set -- "$@" "$root/$module/src/main" "$root/$module/pom.xml"
    shift
  done
  [ -z "$(find "$root/pom.xml" "$@" -newer "$built" -print 2> /dev/null | head -n 1)" ]
}

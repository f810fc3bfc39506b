# Sourced by the scripts beside it: finds a Node that is new enough and puts it first on PATH. The CDK library and the page's build
# are written for it.

readonly NODE_RELEASE=20
# The first one that the page's build runs on.
readonly NODE_MINOR=19

# Whether $1 is a node of our release or newer.
is_our_node() {
  local version
  [ -x "$1" ] || return 1
  version=$("$1" --version 2> /dev/null) || return 1
  version=${version#v}
  local major=${version%%.*} minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -gt "$NODE_RELEASE" ] 2> /dev/null ||
    { [ "$major" -eq "$NODE_RELEASE" ] && [ "$minor" -ge "$NODE_MINOR" ]; } 2> /dev/null
}

find_node() {
  local candidate
  for candidate in "$(command -v node || true)" \
    "$HOME"/.nvm/versions/node/*/bin/node \
    "$HOME"/.local/share/fnm/node-versions/*/installation/bin/node \
    "$HOME"/.volta/bin/node \
    /opt/homebrew/bin/node /usr/local/bin/node /usr/bin/node; do
    if is_our_node "$candidate"; then
      printf '%s\n' "${candidate%/node}"
      return
    fi
  done
}

node_folder=$(find_node)
if [ -z "$node_folder" ]; then
  printf '%s: Node %s.%s or newer is missing. Install one (https://nodejs.org/en/download), then put it on PATH.\n' \
    "${0##*/}" "$NODE_RELEASE" "$NODE_MINOR" >&2
  exit 1
fi
PATH=$node_folder:$PATH
# Otherwise every start of the CDK library prints a banner where Node is past its end of life.
export PATH JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=$NODE_RELEASE

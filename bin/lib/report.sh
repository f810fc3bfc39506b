# Sourced by bin/bench: what a report says of the machine and the versions, in Markdown.

# A field of a file of "name: value" lines; the first, if there are several.
field() {
  sed -n "s/^$1[[:space:]]*:[[:space:]]*//p" "$2" 2> /dev/null | head -n 1
}

machine() {
  local cpu memory
  cpu=$(field 'model name' /proc/cpuinfo)
  cpu=${cpu:-$(sysctl -n machdep.cpu.brand_string 2> /dev/null || uname -m)}
  memory=$(field MemTotal /proc/meminfo)
  memory=${memory:-$(sysctl -n hw.memsize 2> /dev/null || echo unknown)}
  echo '| machine | |'
  echo '|---|---|'
  echo "| date | $(date -u +%Y-%m-%dT%H:%MZ) |"
  echo "| processor | $cpu, $(getconf _NPROCESSORS_ONLN) of them |"
  echo "| memory | $memory |"
  echo "| kernel | $(uname -srm) |"
  echo "| load before | $(uptime | sed 's/.*load average[s]*: *//') |"
  echo
}

# The version in the name of the jar of an artifact, on a class path that the build wrote down.
jar_version() {
  tr ':' '\n' < "$2" 2> /dev/null | sed -n "s|.*/$1-\([0-9][^/]*\)\.jar\$|\1|p" | head -n 1
}

# The version of a package of Debian's Python, and what Debian calls it.
python_version() {
  /usr/bin/python3 -c "import importlib.metadata as m; print(m.version('$1'))" 2> /dev/null ||
    echo "missing (Debian: apt-get install $2)"
}

versions() {
  local bench=bench/target/classpath
  echo '| version | |'
  echo '|---|---|'
  echo "| this | $(git rev-parse --short HEAD 2> /dev/null || echo unknown)$(git diff --quiet HEAD 2> /dev/null || echo ', changed') |"
  echo "| JDK | $("$JAVA_HOME/bin/java" --version | sed -n 2p) |"
  echo "| AWS SDK | $(jar_version dynamodb "$bench") |"
  echo "| DynamoDB Local | $(jar_version DynamoDBLocal local/dynamodb-local/target/classpath) |"
  echo "| Postgres | $(jar_version "embedded-postgres-binaries-$(postgres_binaries)" "$bench") |"
  echo "| Lambda's runtime client | $(jar_version aws-lambda-java-runtime-interface-client "$bench") |"
  echo "| Python | $(/usr/bin/python3 --version 2> /dev/null || echo 'missing: /usr/bin/python3') |"
  local package
  for package in boto3 psycopg2 flask; do
    echo "| $package | $(python_version "$package" "python3-$package") |"
  done
  echo "| PyJWT | $(python_version PyJWT python3-jwt) |"
  echo "| gunicorn | $(python_version gunicorn gunicorn) |"
  echo
}

postgres_binaries() {
  case "$(uname -sm)" in
    'Linux aarch64') echo linux-arm64v8 ;;
    'Darwin arm64') echo darwin-arm64v8 ;;
    Darwin*) echo darwin-amd64 ;;
    *) echo linux-amd64 ;;
  esac
}

# What a measurement printed: Markdown as it is, other lines as a block.
markdown() {
  [ -s "$1" ] || return 0
  if grep -q '^|' "$1"; then
    cat "$1"
  else
    sed 's/^/    /' "$1"
  fi
  echo
}

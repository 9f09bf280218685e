# For the programs beside it. Sourced.

# Prints what machine it is that is measured, and with which SQLite the checkout $1 is built.
describe_machine() {
  local sqlite
  sqlite=$(sed -n 's:.*<version.sqlite-jdbc>\(.*\)\.[0-9]*<.*:\1:p' "$1/pom.xml")
  "$JAVA" -version 2>&1 | tail -n 1
  echo "$(nproc) cores, $(uname -sr), SQLite $sqlite, load $(cut -d ' ' -f 1 /proc/loadavg)"
}

# Runs the class $2 with the arguments that follow, over the jars of the distribution of the checkout $1. Whatever
# ends it, no engine and no file is left.
run_benchmark() {
  local root=$1 class=$2
  shift 2
  local distribution=$root/app/target/engine-0.1.0 target=$root/benchmarks/target package=classes/dev/engine/benchmarks
  . "$root/app/src/main/dist/lib/find-java.sh"
  find_java || { echo "benchmarks: no JDK 25 or later found" >&2; exit 1; }
  [ -d "$distribution/lib" ] || { echo "benchmarks: nothing is built; run ./engine version" >&2; exit 1; }
  # Of a full build and a quick one, the one that was made last.
  local classes=$target/quick/classes
  [ "$target/$package" -nt "$target/quick/$package" ] && classes=$target/classes
  describe_machine "$root"

  local scratch process status=0 home
  scratch=$(mktemp -d)
  # JMH uses Unsafe, of which each of its JVMs would warn.
  "$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.io.tmpdir="$scratch" -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true \
    -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=ERROR \
    -cp "$classes:$target/lib/*:$distribution/lib/*" "$class" "$@" &
  process=$!
  trap 'kill "$process" 2>/dev/null' INT TERM HUP
  wait "$process" || status=$?
  wait "$process" 2>/dev/null || status=$? # a signal to this shell ends the first one early
  for home in "$scratch"/*/.engine/run/endpoint; do
    [ ! -e "$home" ] || "$distribution/bin/engine" down --project "${home%/.engine/run/endpoint}" >/dev/null
  done
  rm -rf "$scratch"
  trap - INT TERM HUP
  return "$status"
}

# For programs that measure the store itself. Sourced.

# Runs the class $2 with the arguments that follow, over the jars of the distribution of the checkout $1.
run_over_store() {
  local root=$1 class=$2
  shift 2
  . "$root/app/src/main/dist/lib/find-java.sh"
  find_java || { echo "benchmarks: no JDK 25 or later found" >&2; exit 1; }
  local classes=$root/benchmarks/target/classes
  [ -d "$classes" ] || classes=$root/benchmarks/target/quick/classes
  "$JAVA" -version 2>&1 | tail -n 1
  echo "$(nproc) cores, $(uname -sr)"
  exec "$JAVA" --enable-native-access=ALL-UNNAMED -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true \
    -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider -Dslf4j.internal.verbosity=ERROR \
    -cp "$classes:$root/app/target/engine-0.1.0/lib/*" "$class" "$@"
}

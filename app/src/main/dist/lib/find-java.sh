# Finds a JDK 25 or later. Sourced by the launchers; prints nothing and starts no process, because
# a hook has no time for either.

# Sets JAVA to a java of at least version 25, or returns 1.
find_java() {
  local home on_path
  on_path=$(type -P java 2>/dev/null)
  for home in "${ENGINE_JAVA_HOME:-}" "$@" "${JAVA_HOME:-}" "${on_path%/bin/java}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    if is_java_25 "$home"; then
      JAVA=$home/bin/java
      return 0
    fi
  done
  return 1
}

# Whether the folder $1 is a Java home of version 25 or later, by what its release file says.
is_java_25() {
  local line version
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    if [[ $line == JAVA_VERSION=* ]]; then
      version=${line#*\"}
      version=${version%%[.\"-]*}
      [ "$version" -ge 25 ] 2>/dev/null
      return
    fi
  done <"$1/release"
  return 1
}

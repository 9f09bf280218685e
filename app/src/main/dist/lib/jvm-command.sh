# bash jvm-command.sh PROGRAM: prints the command that a JVM of Engine starts with, up to its main
# class, a null after each word. For a JVM that starts many others of its kind.

lib=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 70
# shellcheck source=find-java.sh
. "$lib/find-java.sh"
# shellcheck source=jvm.sh
. "$lib/jvm.sh"

built_with=
if [ -r "$lib/aot/java-home" ]; then IFS= read -r built_with <"$lib/aot/java-home"; fi
find_java "$built_with" || exit 70
jvm_options "$lib" "$1"
if [ -r "$AOT_CACHE" ]; then JVM_OPTIONS+=("-XX:AOTCache=$AOT_CACHE"); fi
printf '%s\0' "$JAVA" "${JVM_OPTIONS[@]}" -Xlog:disable -cp "$CLASS_PATH"

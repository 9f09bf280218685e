# Runs one try of a worker, and writes down how it ended: so that is known even if the engine was killed meanwhile.
#   bash worker-run.sh CONTROL_FOLDER PROGRAM [WORD ...]
# The program has the standard input, output and error of this script, the words exactly as they are given, and a
# process group of its own. What the files in the control folder mean is told in RunFolder.java.

control=$1
shift

# The program decides what such a signal means to it. This waits for its end, whatever happens to engine or terminal.
again=
trap 'again=yes' HUP INT QUIT TERM
mask=$(umask)
umask 077
set -C # never into a file that is there

IFS= read -r stat <"/proc/$$/stat" || exit 70
printf '%s\n' "$stat" >"$control/wrapper" || exit 70
# Whoever makes this file decides whether the program runs: this script, or an engine that has given it up.
{ printf 'begun\n' >"$control/begun"; } 2>/dev/null || exit 0

set -m # a group of its own for what comes next
(
  trap - HUP INT QUIT TERM
  umask "$mask"
  exec -- "$@"
) &
child=$!
set +m # or a program that is stopped would count as one that has ended
exec </dev/null >/dev/null 2>&1
cd -- "$control" && control=. # wherever that is moved to meanwhile

again=yes
while [ -n "$again" ]; do
  again=
  wait "$child"
  code=$?
done
# What it has left behind in its group is asked to end; the engine sees to it that it does.
rest=
if kill -s TERM -- "-$child"; then rest=' rest'; fi
for ((tries = 0; tries < 600; tries++)); do
  printf '%s\n' "$code$rest" >|"$control/exit" && break
  sleep 1 # the disk may be full
done

# How engine-hook waits beside a session that does nothing, so that a running engine can wake it: the client
# runs it in the background after a Stop, and shows the session what it says on stderr if it exits with 2.
# Sourced by bin/engine-hook, with whose variables it works. Nothing of this is ever recorded, or an error.

patience=30   # seconds: the engine says every ten that it is still there
pause=5       # seconds, until an engine is looked for again
longest=28500 # seconds: a little less than what the client lets it wait

# Returns when there is nothing to wake the session for any more, and exits with 2 if there is. If the engine
# ends, or there is none, it waits for the next one.
wait_beside_session() {
  local mark='' quiet='' end=$((${at%.*} + longest))
  is_somebodys || return
  lets_wait || return
  trap '' PIPE # an engine may end while it is being asked
  take_the_place || return
  while is_needed; do
    wait_at_engine && break
    exec 3>&-
    rest
  done
  give_the_place_up
}

# Returns 0 if there is nothing more to wait for, and 1 if there is no engine, or none any more.
wait_at_engine() {
  local host='' port='' token='' authority line='' length text=''
  find_engine || return 1
  { exec 3<>"/dev/tcp/$host/$port"; } 2>/dev/null || return 1
  # HTTP/1.0: the answer comes as it is, not in chunks, and ends with the connection.
  printf 'POST /waits HTTP/1.0\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n%s' \
    "$authority" "$token" "$headers" "$payload" 2>/dev/null >&3 || return 1
  IFS= read -r -t "$patience" -u 3 line
  [[ $line == 'HTTP/1.'[01]' 200 '* ]] || return 1
  while IFS= read -r -t "$patience" -u 3 line && [[ $line != $'\r' ]]; do :; done
  while IFS= read -r -t "$patience" -u 3 line; do
    kill -0 "$PPID" 2>/dev/null || return 0 # the client is gone without a word
    if [[ $line =~ ^wake\ ([1-9][0-9]{0,5})$ ]]; then
      length=${BASH_REMATCH[1]}
      IFS= read -r -t "$patience" -N "$length" -u 3 text
      ((${#text} == length)) || return 1 # the engine has ended in the middle of it
      give_the_place_up
      printf '%s\n' "$text" >&2
      exit 2
    fi
    [[ -z $line ]] || return 0
  done
  return 1
}

# A plugin does not know its client's version. One that does not know what asyncRewake means waits for the hook
# itself, for hours; of those that were looked at, only those that know it tell their process.
lets_wait() {
  [[ -z $plugin || -n ${CLAUDE_PID:-} ]]
}

# Of `claude -p` the client might not end while a hook waits, and nobody else talks to it.
is_somebodys() {
  local mode=${ENGINE_MODE:-}
  if [[ -z $mode && ${CLAUDE_CODE_ENTRYPOINT:-} == sdk-cli ]]; then mode=background; fi
  [[ $mode != background ]]
}

# Of the hooks of a client the last one waits. An engine sends the others away; while there is none they see
# by a file of the client that one has come after them. Where no engine ever ran there is no folder for it.
take_the_place() {
  local client=$PPID other
  [[ ${CLAUDE_PID:-} =~ ^[1-9][0-9]{0,9}$ ]] && client=$CLAUDE_PID
  [[ -n $home && -d $home/run ]] || return 1
  for other in "$home"/run/wait-[1-9]*; do
    [[ ! -e $other ]] || kill -0 "${other##*-}" 2>/dev/null || rm -f -- "$other" # of a client that is gone
  done
  mark=$home/run/wait-$client
  umask 077
  { printf '%s\n' "$event_id" >"$mark"; } 2>/dev/null
}

is_last() {
  local last=''
  { IFS= read -r last <"$mark"; } 2>/dev/null
  [[ $last == "$event_id" ]]
}

give_the_place_up() {
  ! is_last || rm -f -- "$mark"
}

is_needed() {
  local now
  printf -v now '%(%s)T' -1
  ((now < end)) && kill -0 "$PPID" 2>/dev/null && is_last
}

# Without a program where that is possible: nothing ever comes through this pipe.
rest() {
  [[ -n $quiet ]] || { exec 5<> <(:); } 2>/dev/null
  quiet=yes
  IFS= read -r -t "$pause" -u 5 2>/dev/null
  (($? > 128)) || sleep "$pause"
}

# How engine-hook waits beside a session that does nothing, so that the running engine can wake it: the client
# runs it in the background after a Stop, and shows the session what it says on stderr if it exits with 2.
# Sourced by bin/engine-hook, with whose variables it works. Nothing of this is ever recorded, or an error.

patience=30 # seconds: the engine says every ten that it is still there

# Returns when there is nothing to wake the session for, and exits with 2 if there is.
wait_beside_session() {
  local host='' port='' token='' authority line='' length text=''
  is_somebodys || return
  lets_wait || return
  find_engine || return
  { exec 3<>"/dev/tcp/$host/$port"; } 2>/dev/null || return
  # HTTP/1.0: the answer comes as it is, not in chunks, and ends with the connection.
  printf 'POST /waits HTTP/1.0\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n%s\r\n%s' \
    "$authority" "$token" "$headers" "$payload" 2>/dev/null >&3 || return
  payload=''
  IFS= read -r -t "$patience" -u 3 line
  [[ $line == 'HTTP/1.'[01]' 200 '* ]] || return
  while IFS= read -r -t "$patience" -u 3 line && [[ $line != $'\r' ]]; do :; done
  while IFS= read -r -t "$patience" -u 3 line; do
    kill -0 "$PPID" 2>/dev/null || return # the client is gone without a word
    if [[ $line =~ ^wake\ ([1-9][0-9]{0,5})$ ]]; then
      length=${BASH_REMATCH[1]}
      IFS= read -r -t "$patience" -N "$length" -u 3 text
      ((${#text} == length)) || return # the engine has ended in the middle of it
      printf '%s\n' "$text" >&2
      exit 2
    fi
    [[ -z $line ]] || return
  done
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

# How `engine mcp` gives an agent its tools: each message, a line on stdin, is posted to the running engine, and
# its answer is a line on stdout. One after another, so that answers come in the order of the questions. There
# is no JVM in it, for a session has a server of its own for as long as it lives. Only while no engine answers,
# a JVM beside it does, which ends by itself when nothing more comes; the next message looks for an engine anew.
# A message that got no answer is asked once more: what only adds is carried out once, however often it is
# asked. Sourced by bin/engine.

max_message=1048576 # bytes, as the engine has it
patience=60         # seconds for one answer

# Sets home to the .engine folder that the arguments name, else ENGINE_HOME, else the nearest one upwards.
find_mcp_home() {
  local folder
  home=''
  while (($# > 0)); do
    case $1 in
      --project) home=${2:-}/.engine && shift ;;
      --project=*) home=${1#*=}/.engine ;;
    esac
    shift
  done
  [[ -z $home ]] && home=${ENGINE_HOME:-}
  folder=$PWD
  while [[ -z $home && -n $folder ]]; do
    if [[ -d $folder/.engine ]]; then home=$folder/.engine; fi
    folder=${folder%/*}
  done
  [[ -n $home ]]
}

# Adds the header $1, if $2 is a value that can stand in one.
add_header() {
  case $2 in
    '' | *[!A-Za-z0-9._-]*) ;;
    *) ((${#2} > 128)) || headers+="$1: $2"$'\r\n' ;;
  esac
}

# Sets authority and token to those of the running engine and connects descriptor 3 with it. Returns 1 if
# there is none.
connect_to_engine() {
  local host='' port=''
  [[ -n $home ]] || return 1
  { IFS=' ' read -r host port <"$home/run/endpoint" && IFS= read -r token <"$home/run/token"; } 2>/dev/null
  case $host:$port in : | *[!0-9A-Fa-f.:]*) return 1 ;; esac # a name would have to be looked up
  case $token in '' | *[!A-Za-z0-9._~+/=-]*) return 1 ;; esac
  case $host in
    *:*) authority=[$host]:$port ;;
    *) authority=$host:$port ;;
  esac
  { exec 3<>"/dev/tcp/$host/$port"; } 2>/dev/null
}

# Posts the message $1. Sets REPLY_JSON to the answer, which is empty if none is owed. Returns 1 if what came
# back is no whole answer of an engine.
post_message() {
  local line status='' length=0
  REPLY_JSON=''
  printf 'POST /mcp HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n%s' \
    "$authority" "$token" "$headers" "${#1}" "$1" 2>/dev/null >&3 || return 1
  IFS= read -r -t "$patience" -u 3 status || return 1
  while IFS= read -r -t "$patience" -u 3 line && [[ $line != $'\r' ]]; do
    if [[ $line =~ ^[Cc][Oo][Nn][Tt][Ee][Nn][Tt]-[Ll][Ee][Nn][Gg][Tt][Hh]:\ *([0-9]{1,9}) ]]; then
      length=${BASH_REMATCH[1]}
    fi
  done
  case $status in
    'HTTP/1.1 202 '*) return 0 ;;
    'HTTP/1.1 200 '* | 'HTTP/1.1 400 '*) ;;
    *) return 1 ;;
  esac
  ((length > 0)) || return 1
  IFS= read -r -N "$length" -u 3 REPLY_JSON
  ((${#REPLY_JSON} == length))
}

# Likewise, by the running engine.
ask_engine() {
  local said
  connect_to_engine || return 1
  post_message "$1"
  said=$?
  exec 3>&-
  return "$said"
}

# Likewise, by the JVM beside this shell, which is started if there is none. Returns 2 if it cannot be.
ask_jvm() {
  if [[ -z $jvm ]]; then
    find_java "$built_with" || return 2
    coproc MCP_JVM {
      if [[ -n $user_locale ]]; then export LC_ALL=$user_locale; else unset LC_ALL; fi
      ENGINE_MCP_IN_JVM=yes exec "$lib/../bin/engine" "${arguments[@]}"
    }
    jvm=$MCP_JVM_PID
    exec 6<&"${MCP_JVM[0]}" 7>&"${MCP_JVM[1]}"
  fi
  REPLY_JSON=''
  printf '%s\n' "$1" 2>/dev/null >&7 && IFS= read -r -t "$patience" -u 6 REPLY_JSON && return 0
  exec 6<&- 7>&-
  jvm=''
  return 1
}

# Answers until the client ends. Its arguments are those of `engine mcp`.
serve_mcp() {
  local user_locale=${LC_ALL-} arguments=("$@") headers='' authority='' token='' line='' jvm=''
  local LC_ALL=C # a length is one in bytes
  trap '' PIPE
  trap 'exit 0' INT TERM # as clients end their servers
  add_header X-Claude-Session-Id "${CLAUDE_CODE_SESSION_ID:-}"
  add_header X-Engine-Worker-Id "${ENGINE_WORKER_ID:-}"
  while IFS= read -r line || [[ -n $line ]]; do
    line=${line%$'\r'}
    [[ -n $line ]] || continue
    if ((${#line} > max_message)); then
      REPLY_JSON='{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"a message has at most 1 MiB"}}'
    elif ! ask_engine "$line" && ! ask_jvm "$line" && ! ask_engine "$line" && ! ask_jvm "$line"; then
      echo 'engine: neither a running engine nor a JDK 25 answers; engine doctor says more' >&2
      return 70
    fi
    [[ -z $REPLY_JSON ]] || printf '%s\n' "$REPLY_JSON" 2>/dev/null || return 0
  done
  return 0
}

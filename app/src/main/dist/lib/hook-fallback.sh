# What engine-hook does with an event that no engine has taken: a JVM of its own where the client waits
# for an answer, the spool and its drainer where it does not. Sourced by bin/engine-hook, with whose
# variables it works. An event may go more than one of these ways: its id makes it count once.

breaker=$home/run/hook-breaker
breaker_limit=5            # calls in a row that took too long
breaker_pause=60000000     # microseconds
mark_lifetime=60000000     # microseconds: a drainer renews its mark long before that

fall_back() {
  local spool_only=''
  if [[ -z $home || -z $event_name || ! -d $home/run ]]; then
    { one_shot && see_to_spool; } ||
      say 'this event is lost: there is no home of an engine to keep it in'
    return
  fi
  consult_breaker
  if [[ -n $spool_only ]] || ! { owes_answer || ! is_likely; }; then
    spool || { one_shot && see_to_spool; } || say_lost
  else
    left
    { ((LEFT > 0)) && one_shot && see_to_spool; } || spool || say_lost
  fi
  [[ -n $spool_only ]] || inform_breaker
}

owes_answer() {
  [[ $event == SessionStart || $event == UserPromptSubmit ]]
}

# Whether the payload looks like an event. One that does not is shown to the JVM, which says why.
is_likely() {
  [[ $payload =~ ^[[:space:]]*\{ && $payload == *'"session_id"'* ]]
}

say() {
  printf 'engine: ENG-2001 %s\n' "$1" >&2
}

say_lost() {
  say "this event is lost: it could neither be stored nor be written to $home/run/spool"
}

# The breaker is a file with how many calls in a row took too long and, in microseconds, until when no
# engine and no JVM is asked any more. It is empty as long as all is well.

# Sets spool_only while the breaker is open. If it is not, but was near it, the engine is asked after all.
consult_breaker() {
  local count until
  [[ -s $breaker ]] || return
  IFS=' ' read -r count until <"$breaker"
  left
  if [[ $until =~ ^[0-9]{1,18}$ ]] && ((until > micros && until - micros <= breaker_pause)); then
    spool_only=yes
  elif [[ -r $home/run/endpoint ]] && ask_engine; then
    : >|"$breaker"
    exit 0
  fi
}

inform_breaker() {
  local count=0 until=0
  left
  if [[ -z $timed_out ]] && ((LEFT >= 0)); then
    [[ ! -s $breaker ]] || : >|"$breaker"
    return
  fi
  [[ ! -s $breaker ]] || IFS=' ' read -r count until <"$breaker"
  [[ $count =~ ^[0-9]{1,3}$ ]] || count=0
  count=$((count + 1))
  until=0
  ((count < breaker_limit)) || until=$((micros + budget - LEFT + breaker_pause))
  printf '%d %d\n' "$count" "$until" >|"$breaker"
} 2>/dev/null

# Puts the event down where it survives a power failure, and sees to it that somebody comes for it.
spool() {
  local folder=$home/run/spool name
  if ! type -P sync >/dev/null; then
    [[ -e $home/run/no-sync ]] || { : >|"$home/run/no-sync"; say 'there is no program sync: events cannot be spooled'; }
    return 1
  fi
  if [[ ! -d $folder ]]; then
    mkdir -m 700 "$folder" 2>/dev/null || [[ -d $folder ]] || return 1
    sync "$home/run" 2>/dev/null
  fi
  printf -v name '%016d-%07d-%s.event' "$micros" "$$" "$event_id"
  printf 'POST /hooks/%s HTTP/1.1\r\n%s\r\n%s' "$event_name" "$headers" "$payload" \
    2>/dev/null >|"$folder/.$name.tmp" || { rm -f "$folder/.$name.tmp" 2>/dev/null; return 1; }
  mv -f "$folder/.$name.tmp" "$folder/$name" 2>/dev/null || return 1
  # What is gone already was stored by a drainer.
  sync "$folder/$name" "$folder" 2>/dev/null || [[ ! -e $folder/$name ]] || return 1
  start_drainer "$folder/.drainer"
  return 0
}

# The JVM puts down what it cannot store in time. Where it had to find the home by itself, so does this.
see_to_spool() {
  local first
  [[ -n $home ]] || home=${CLAUDE_PROJECT_DIR:+$CLAUDE_PROJECT_DIR/.engine}
  for first in "$home"/run/spool/*.event; do
    [[ ! -e $first ]] || start_drainer "$home/run/spool/.drainer"
    break
  done
  return 0
}

# Starts a process that empties the spool, unless the mark $1 says that there is one: its number, and
# since when.
start_drainer() {
  local mark=$1 pid='' since='' now
  left
  now=$((micros + budget - LEFT))
  if [[ -e $mark ]]; then
    IFS=' ' read -r pid since 2>/dev/null <"$mark"
    if [[ $pid =~ ^[1-9][0-9]{0,9}$ && $since =~ ^[0-9]{1,18}$ ]] &&
      ((now - since < mark_lifetime)) && kill -0 "$pid" 2>/dev/null; then
      return
    fi
    printf '%d %d\n' "$$" "$now" 2>/dev/null >|"$mark"
  else
    set -C # of those that come at the same time, one
    printf '%d %d\n' "$$" "$now" 2>/dev/null >"$mark" || { set +C; return; }
    set +C
  fi
  {
    printf '%d %d\n' "$BASHPID" "$now" >|"$mark"
    prepare_java || exit
    detach=$(type -P setsid) # else what ends the client's process group would end it
    exec $detach "${JAVA_COMMAND[@]}" --drain --home "$home"
  } </dev/null >/dev/null 2>&1 &
}

# Has a JVM of its own handle the event and answer. Returns 1 if there is none that runs.
one_shot() {
  local args=()
  if ! prepare_java; then
    say 'no JDK 25 or later found: install one and set JAVA_HOME'
    return 1
  fi
  [[ -z $home ]] || args+=(--home "$home")
  [[ -z $event ]] || args+=("$event")
  printf '%s' "$payload" 2>/dev/null |
    ENGINE_HOOK_CALLED_AT=$at ENGINE_HOOK_EVENT_ID=$event_id "${JAVA_COMMAND[@]}" "${args[@]}"
}

# Sets JAVA_COMMAND, or returns 1.
prepare_java() {
  local built_with=''
  if [[ $user_locale == unset ]]; then unset LC_ALL; else LC_ALL=$user_locale; fi
  # shellcheck source=find-java.sh
  . "$lib/find-java.sh"
  # shellcheck source=jvm.sh
  . "$lib/jvm.sh"
  if [[ -r $lib/aot/java-home ]]; then IFS= read -r built_with <"$lib/aot/java-home"; fi
  find_java "$built_with" || return 1
  jvm_options "$lib" hook
  if [[ -r $AOT_CACHE ]]; then JVM_OPTIONS+=("-XX:AOTCache=$AOT_CACHE"); fi
  # What these hold is meant for other programs, may not fit, and the JVM tells of it on stderr.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
  # -Xlog:disable: a cache that does not fit is then passed over in silence; `engine doctor` tells.
  JAVA_COMMAND=("$JAVA" "${JVM_OPTIONS[@]}" -Xmx48m -Xlog:disable -cp "$CLASS_PATH" dev.engine.app.HookMain)
}

# What engine-hook does as Claude Code's statusLine command: tells the engine how full the context is, and
# prints the person's own line, or else one of the engine's. Sourced by bin/engine-hook, with whose
# variables it works. The client calls it several times a second and ends it when it calls it again: what
# cannot be told at once is not told at all, for the next call tells more.

status_line() {
  local own='' said='' answer=''
  if [[ -r $home/run/endpoint && ! -s $home/run/hook-breaker ]]; then
    # Goes on by itself while the person's line is made, and no longer than its reads may take: nobody
    # would end it where an engine hangs.
    exec 4< <(TMOUT=1; post 2>/dev/null)
  else
    exec 4</dev/null
  fi
  [[ ! -s $home/data/install/status-line ]] ||
    IFS= read -r -d '' own <"$home/data/install/status-line"
  if [[ -n $own ]]; then
    print_own_line "$own"
  else
    print_engine_line
  fi
}

# Runs the command $1 as the client would, for at most 5 s, and prints what it printed by then.
print_own_line() {
  local text='' runner
  exec 5< <(run_as_the_client_would "$1")
  runner=$!
  trap 'kill "$runner" 2>/dev/null; exit 0' TERM INT HUP
  IFS= read -r -N 65536 -t 5 -u 5 text
  (($? <= 128)) || kill "$runner" 2>/dev/null
  printf '%s' "$text" 2>/dev/null
}

run_as_the_client_would() {
  if [[ $user_locale == unset ]]; then unset LC_ALL; else LC_ALL=$user_locale; fi
  exec sh -c "$1" <<<"$payload"
}

print_engine_line() {
  IFS= read -r -t 1 -u 4 said
  if [[ $said == stored ]]; then
    IFS= read -r -u 4 said # of trouble
    IFS= read -r -N 1024 -u 4 answer
  fi
  case $answer in
    '{"statusLine":"'*'"}')
      answer=${answer#'{"statusLine":"'}
      printf '%s\n' "${answer%'"}'}" 2>/dev/null
      ;;
  esac
}

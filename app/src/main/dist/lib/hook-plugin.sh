# What engine-hook minds when Engine's plugin has called it. Sourced by bin/engine-hook, with whose variables it
# works.

# Whether settings that the client reads here hand this very event to Engine already, as `engine init` writes them:
# the client would run both. The status line names engine-hook too, but no event.
is_named_by_settings() {
  local file text
  local own=${CLAUDE_CONFIG_DIR:-${HOME:-}/.claude}
  local string='"([^"\\]|\\.)*"'
  local between="([^]\"{}[]|$string|\[|\])*" # of one handler
  # The words for a shell in one text, or the arguments in a list before or behind the program; or a post.
  local command="engine-hook([^\"\\\\]|\\\\.)*[ ']$event'?\""
  local behind="engine-hook\"$between\"$event\"[[:space:]]*\]"
  local before="\"$event\"[[:space:]]*\]$between\"([^\"\\\\]|\\\\.)*engine-hook\""
  local post="\"http://[0-9.:]+/hooks/$event\""
  [[ $event =~ ^[A-Za-z]+$ ]] || return 1
  for file in "${home%/.engine}/.claude/settings.json" "${home%/.engine}/.claude/settings.local.json" "$own/settings.json"; do
    text=''
    { IFS= read -r -d '' text <"$file"; } 2>/dev/null
    [[ $text == *"$event"* ]] || continue
    if [[ $text =~ $command || $text =~ $behind || $text =~ $before ]]; then return 0; fi
    [[ $text != *'"X-Engine-Hook"'* || ! $text =~ $post ]] || return 0
  done
  return 1
}

# The hooks of plugins have 1.5 s in all at the end of a session, whatever they ask for. An event that an engine
# has not taken by then must still get into the spool.
fit_into_the_end() {
  [[ $event == SessionEnd ]] || return 0
  budget=1200000
  engine_limit=800000
}

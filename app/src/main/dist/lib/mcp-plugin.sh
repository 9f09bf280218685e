# `engine mcp --plugin`: the tools as Engine's plugin brings them, for the project of the session. Where the project
# has a server of Engine's own, or is not kept by Engine, this is a server without tools that says so: each tool
# would else be there twice, or fail. Sourced by bin/engine behind mcp.sh.

serve_plugin() {
  local project=${CLAUDE_PROJECT_DIR:-$PWD} servers=''
  local args='"args"[[:space:]]*:[[:space:]]*\[[[:space:]]*"mcp"'
  local ours="/engine\"[^{}]*$args|$args[^{}]*/engine\""
  # A worker has a folder of its own for a project, and belongs to that of its engine.
  if [[ ! -d $project/.engine && -n ${ENGINE_WORKER_ID:-} ]]; then project=${ENGINE_HOME%/.engine}; fi
  if [[ ! -d $project/.engine ]]; then
    serve_nothing "Engine does not keep this project, so it has no tools here. The person can change that: engine init"
    return
  fi
  { IFS= read -r -d '' servers <"$project/.mcp.json"; } 2>/dev/null
  if [[ $servers =~ $ours ]]; then
    serve_nothing "The tools of Engine are those of the server 'engine' that this project names in its .mcp.json."
    return
  fi
  home=$project/.engine
  serve_mcp mcp --project "$project"
}

# Answers as a server that has nothing, and whose instructions are $1, until the client ends.
serve_nothing() {
  local line id version
  trap 'exit 0' INT TERM
  while IFS= read -r line || [[ -n $line ]]; do
    # The client's own requests have one; before or behind parameters in which there is none.
    [[ $line =~ \"id\"[[:space:]]*:[[:space:]]*(-?[0-9]+|\"([^\"\\]|\\.)*\") ]] || continue
    id=${BASH_REMATCH[1]}
    [[ $line =~ \"method\"[[:space:]]*:[[:space:]]*\"([^\"]*)\" ]] || continue
    case ${BASH_REMATCH[1]} in
      initialize)
        version=2025-11-25
        if [[ $line =~ \"protocolVersion\"[[:space:]]*:[[:space:]]*\"(2025-06-18|2025-11-25)\" ]]; then
          version=${BASH_REMATCH[1]}
        fi
        printf '{"jsonrpc":"2.0","id":%s,"result":{"protocolVersion":"%s","capabilities":{"tools":{}},"serverInfo":{"name":"engine","version":"0"},"instructions":"%s"}}\n' \
          "$id" "$version" "$1"
        ;;
      ping) printf '{"jsonrpc":"2.0","id":%s,"result":{}}\n' "$id" ;;
      tools/list) printf '{"jsonrpc":"2.0","id":%s,"result":{"tools":[]}}\n' "$id" ;;
      *) printf '{"jsonrpc":"2.0","id":%s,"error":{"code":-32601,"message":"there is nothing here"}}\n' "$id" ;;
    esac 2>/dev/null || return 0
  done
}

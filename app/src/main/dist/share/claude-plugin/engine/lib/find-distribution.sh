# Where the Engine is that this plugin comes with. The client reads a plugin where it is, or a copy of it in a
# cache; a copy cannot know by itself what it was made of. Sourced by the two launchers of the plugin.

# Sets DISTRIBUTION to its folder. Returns 1 if it is not found.
find_distribution() {
  local root=${BASH_SOURCE[0]%/*}/.. known='' hook
  DISTRIBUTION=$root/../../..
  [[ ! -x $DISTRIBUTION/bin/engine-hook ]] || return 0
  # A copy is in plugins/cache/MARKETPLACE/PLUGIN/VERSION, and beside the cache the client has written down
  # which folders it was told of.
  { IFS= read -r -d '' known <"$root/../../../../known_marketplaces.json"; } 2>/dev/null
  if [[ $known =~ \"(/[^\"\\]+)/share/claude-plugin/?\" ]]; then
    DISTRIBUTION=${BASH_REMATCH[1]}
    [[ ! -x $DISTRIBUTION/bin/engine-hook ]] || return 0
  fi
  hook=$(type -P engine-hook) || return 1
  if [[ -L $hook ]]; then hook=$(readlink -f "$hook"); fi
  DISTRIBUTION=${hook%/bin/engine-hook}
  [[ -n $hook && -d $DISTRIBUTION/lib ]]
}

/**
 * What Claude Code calls: its hook events, turned into sightings of sessions and stored directly,
 * without services in between. The client changes every week; what depends on it is here.
 */
@NullMarked
package dev.engine.hooks;

import org.jspecify.annotations.NullMarked;

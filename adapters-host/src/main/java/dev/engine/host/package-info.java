/** This machine as the engine sees it: processes, terminal panes, private files, Claude Code. */
@NullMarked
package dev.engine.host;

import org.jspecify.annotations.NullMarked;

/**
 * Runs of Claude Code: what is known of each, how events change it, and which conversation it
 * joins.
 */
@NullMarked
package dev.engine.domain.session;

import org.jspecify.annotations.NullMarked;

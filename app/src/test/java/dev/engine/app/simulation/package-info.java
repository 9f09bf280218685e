/** A fleet that does what a seed says: engines, workers, missions, sessions and backups. */
@NullMarked
package dev.engine.app.simulation;

import org.jspecify.annotations.NullMarked;

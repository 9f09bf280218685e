/** An engine that keeps running on this machine: its lock, its files, its start and its end. */
@NullMarked
package dev.engine.host.serving;

import org.jspecify.annotations.NullMarked;

/** What runs on a schedule, and what became of each of its slots. */
@NullMarked
package dev.engine.domain.mission;

import org.jspecify.annotations.NullMarked;

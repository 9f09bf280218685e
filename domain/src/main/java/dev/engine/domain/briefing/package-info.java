/** How far people have looked, so that they can be told what is new. */
@NullMarked
package dev.engine.domain.briefing;

import org.jspecify.annotations.NullMarked;

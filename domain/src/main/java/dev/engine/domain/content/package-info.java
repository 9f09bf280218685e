/** The portal: what agents lay out for the person to see. */
@NullMarked
package dev.engine.domain.content;

import org.jspecify.annotations.NullMarked;

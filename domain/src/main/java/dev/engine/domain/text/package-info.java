/** Text that others wrote, made fit to be read by a model. */
@NullMarked
package dev.engine.domain.text;

import org.jspecify.annotations.NullMarked;

/** How values of the domain are written in columns. */
@NullMarked
package dev.engine.persistence.convert;

import org.jspecify.annotations.NullMarked;

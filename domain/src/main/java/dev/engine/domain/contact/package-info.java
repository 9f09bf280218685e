/** The people that the user knows. */
@NullMarked
package dev.engine.domain.contact;

import org.jspecify.annotations.NullMarked;

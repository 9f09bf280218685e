/** Why something stands as it does: sentences made of what was recorded. */
@NullMarked
package dev.engine.services.why;

import org.jspecify.annotations.NullMarked;

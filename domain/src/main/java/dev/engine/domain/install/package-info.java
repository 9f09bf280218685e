/** Setting Engine up in a project, and taking it out again. */
@NullMarked
package dev.engine.domain.install;

import org.jspecify.annotations.NullMarked;

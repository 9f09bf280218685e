/** The command line: {@code engine} + noun + verb, over the services. */
@NullMarked
package dev.engine.cli;

import org.jspecify.annotations.NullMarked;

/** Programs that measure Engine beside a baseline of the same run, and print a table. */
@NullMarked
package dev.engine.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Experiments that break what Engine stands on, in scratch stores, and see whether it holds. */
@NullMarked
package dev.engine.app.chaos;

import org.jspecify.annotations.NullMarked;

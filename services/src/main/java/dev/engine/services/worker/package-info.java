/** Running workers: whose turn it is, what runs, and what came of it. */
@NullMarked
package dev.engine.services.worker;

import org.jspecify.annotations.NullMarked;

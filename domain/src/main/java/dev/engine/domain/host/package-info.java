/** What the engine asks of the machine it runs on. */
@NullMarked
package dev.engine.domain.host;

import org.jspecify.annotations.NullMarked;

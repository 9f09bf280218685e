@NullMarked
package dev.engine.wire;

import org.jspecify.annotations.NullMarked;

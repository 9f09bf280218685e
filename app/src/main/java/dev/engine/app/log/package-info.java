/** The log of a running engine: lines of JSON in files that rotate, without anybody's secrets. */
@NullMarked
package dev.engine.app.log;

import org.jspecify.annotations.NullMarked;

/** Tests of the door, over a real socket. */
@NullMarked
package dev.engine.http;

import org.jspecify.annotations.NullMarked;

/** JSON as this API speaks it: one description of each type reads, writes and documents it. */
@NullMarked
package dev.engine.http.json;

import org.jspecify.annotations.NullMarked;

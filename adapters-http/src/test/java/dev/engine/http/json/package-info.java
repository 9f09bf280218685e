/** Tests of JSON as this API speaks it. */
@NullMarked
package dev.engine.http.json;

import org.jspecify.annotations.NullMarked;

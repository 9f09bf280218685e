/** The page of a running engine, and how a browser gets in. */
@NullMarked
package dev.engine.http.page;

import org.jspecify.annotations.NullMarked;

/** What is said when a request fails. */
@NullMarked
package dev.engine.http.problem;

import org.jspecify.annotations.NullMarked;

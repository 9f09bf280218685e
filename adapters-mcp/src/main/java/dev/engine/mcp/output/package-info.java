/** What results of tools look like. */
@NullMarked
package dev.engine.mcp.output;

import org.jspecify.annotations.NullMarked;

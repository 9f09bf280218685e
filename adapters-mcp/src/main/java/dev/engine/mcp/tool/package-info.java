/** The tools, by what they are about. */
@NullMarked
package dev.engine.mcp.tool;

import org.jspecify.annotations.NullMarked;

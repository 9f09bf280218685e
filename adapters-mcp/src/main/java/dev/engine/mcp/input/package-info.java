/** What the arguments of a tool look like, and how they are read. */
@NullMarked
package dev.engine.mcp.input;

import org.jspecify.annotations.NullMarked;

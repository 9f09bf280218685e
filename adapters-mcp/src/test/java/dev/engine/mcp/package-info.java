@NullMarked
package dev.engine.mcp;

import org.jspecify.annotations.NullMarked;

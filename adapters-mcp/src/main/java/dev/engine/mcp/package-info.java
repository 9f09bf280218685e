/**
 * The tools, resources and prompts that Claude and other agents are given, over the Model Context
 * Protocol.
 */
@NullMarked
package dev.engine.mcp;

import org.jspecify.annotations.NullMarked;

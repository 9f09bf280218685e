package dev.engine.mcp.tool;

/**
 * What a tool answers.
 *
 * @param structured its fields become the structured content
 * @param text the same in a few lines, for a model; what others wrote stands in quotes in it
 */
public record Answer<O extends Record>(O structured, String text) {}

package dev.engine.mcp.tool;

import dev.engine.domain.error.EngineException;

/** What a tool does with arguments, and what it answers. */
@FunctionalInterface
interface Handler<I extends Record, O extends Record> {

  /**
   * Carries one call out.
   *
   * @throws EngineException if it cannot be done, with a sentence that a model can act on
   */
  Answer<O> answer(I input, Calling calling);
}

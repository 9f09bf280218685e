package dev.engine.hooks.violating;

import dev.engine.services.Engine;

/** Breaks: hooks do without services. */
public record HookOnServices(Engine engine) {}

package dev.engine.domain.install;

import java.nio.file.Path;

/**
 * One hook of Engine's in a project's settings.
 *
 * @param event the client's name for what it is called on, such as {@code SessionStart}
 * @param command the program it runs
 * @param home where it stores what it is told
 * @param isRunnable whether {@code command} is there and may be executed
 */
public record RegisteredHook(String event, Path command, Path home, boolean isRunnable) {}

package dev.engine.domain.serving;

import java.nio.file.Path;

/**
 * A file that tells this machine's service supervisor what to start.
 *
 * @param file where it belongs, absolute
 * @param text all of it
 */
public record StartupUnit(Path file, String text) {}

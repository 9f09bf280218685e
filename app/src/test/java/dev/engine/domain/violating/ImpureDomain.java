package dev.engine.domain.violating;

import picocli.CommandLine;

/** Breaks: the domain is pure; picocli stays in the command line. */
public final class ImpureDomain {
  CommandLine commands = new CommandLine(new Object());
}

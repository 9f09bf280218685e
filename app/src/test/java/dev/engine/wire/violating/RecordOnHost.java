package dev.engine.wire.violating;

import dev.engine.host.ProcProcesses;

/** Breaks: the wire format knows no adapter. */
public record RecordOnHost(ProcProcesses processes) {}

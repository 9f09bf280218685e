package dev.engine.domain.worker;

/** A worker at work, and the attempt that it is at. */
public record WorkUnderway(Worker worker, Attempt attempt) {}

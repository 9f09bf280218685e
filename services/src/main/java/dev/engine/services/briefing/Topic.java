package dev.engine.services.briefing;

import dev.engine.domain.id.WireName;

/** What a piece of news is about, the worst first. */
public enum Topic implements WireName {
  /** Workers and slots of missions that came to nothing. */
  FAILED("failed"),
  /** Sessions whose process is gone. */
  LOST("lost"),
  /** Pings, and sessions that wait for the person now. */
  ASKED("asked"),
  /** Notices that nobody was told, and will not be. */
  NOT_TOLD("not_told"),
  /** Slots of missions that were passed over. */
  SKIPPED("skipped"),
  /** Workers and slots of missions that are done. */
  FINISHED("finished"),
  STAGED("staged"),
  /** Notices that arrived. */
  TOLD("told"),
  /** Sessions that began. */
  STARTED("started"),
  /** Sessions that ended in any other way than being lost. */
  ENDED("ended");

  private final String wireName;

  Topic(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** As people read it: {@code not told}. */
  @Override
  public String toString() {
    return wireName.replace('_', ' ');
  }
}

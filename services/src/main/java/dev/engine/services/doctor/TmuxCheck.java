package dev.engine.services.doctor;

import dev.engine.domain.host.Programs;
import java.time.Duration;
import java.util.List;

/** That tmux is there, from whose windows sessions learn their role. */
public final class TmuxCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Programs programs;

  public TmuxCheck(Programs programs) {
    this.programs = programs;
  }

  @Override
  public String name() {
    return "tmux";
  }

  @Override
  public Finding look() {
    return programs
        .ask(List.of("tmux", "-V"), LIMIT)
        .<Finding>map(Finding.Pass::new)
        .orElseGet(
            () ->
                new Finding.Warn(
                    "tmux does not answer",
                    "install it, or give sessions their role by ENGINE_ROLE"));
  }
}

package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.Priority;
import dev.engine.domain.priority.PriorityFilter;
import dev.engine.domain.priority.PriorityText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PriorityCommandsTest {

  private static final Instant EARLIER = CliRun.NOW.minusSeconds(180);

  private final CliRun cli = new CliRun();

  @Test
  void addPutsItAtTheEndOfItsPool() {
    Priority first = add("first", Level.HIGH);

    CliRun.Result result = cli.run("priority", "add", "Answer Ada");

    Priority added = open().getLast();
    assertThat(open()).containsExactly(first, added);
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0, "priority %s (open, medium in main): Answer Ada\n".formatted(added.id()), ""));
  }

  @Test
  void listShowsThePoolsInTheirOrder() {
    Priority first = add("Answer\u001b[31m Ada", Level.CRITICAL);
    Priority second = add("Read", Level.LOW);

    CliRun.Result result = cli.runOnTerminal("priority", "list");

    assertThat(result.out())
        .isEqualTo(
            """
            PRIORITY  POOL  LEVEL     ADDED  DONE  WHAT
            %s  main  critical  3m           Answer [31m Ada
            %s  main  low       3m           Read
            """
                .formatted(first.id(), second.id()));
  }

  @Test
  void listAsJsonHasEverything() {
    Priority priority = add("Answer Ada", Level.HIGH);

    CliRun.Result result = cli.run("priority", "list", "--pool", "main", "--json");

    assertThat(result.out())
        .isEqualTo(
            """
            [ {
              "id" : "%s",
              "content" : "Answer Ada",
              "level" : "high",
              "pool" : "main",
              "createdAt" : "2026-01-05T12:00:00Z"
            } ]
            """
                .formatted(priority.id()));
  }

  @Test
  void listTellsWhatIsCarriedOver() {
    Priority old = add("old", Level.HIGH);
    cli.run("priority", "add", "new");

    CliRun.Result result = cli.run("priority", "list", "--carried-over", "2m", "--json");

    assertThat(result.out()).contains(old.id().value()).doesNotContain("new");
  }

  @Test
  void listTellsWhatWasDone() {
    Priority priority = add("Answer Ada", Level.HIGH);
    add("open", Level.HIGH);
    cli.run("priority", "done", priority.id().value());

    CliRun.Result result = cli.run("priority", "list", "--done", "1h", "--json");

    assertThat(result.out())
        .contains(priority.id().value(), "\"completedAt\" : \"2026-01-05T12:03:00Z\"")
        .doesNotContain("open");
  }

  @Test
  void doneAndReopenSayHowItStands() {
    String id = add("Answer Ada", Level.HIGH).id().value();

    CliRun.Result done = cli.run("priority", "done", id);
    CliRun.Result reopened = cli.run("priority", "reopen", id);

    assertThat(done.out()).isEqualTo("priority %s (done, high in main): Answer Ada\n", id);
    assertThat(reopened.out()).isEqualTo("priority %s (open, high in main): Answer Ada\n", id);
  }

  @Test
  void moveGoesWhereOneOptionSays() {
    Priority a = add("a", Level.HIGH);
    Priority b = add("b", Level.HIGH);
    Priority c = add("c", Level.HIGH);

    cli.run("priority", "move", c.id().value(), "--first");
    assertThat(open()).containsExactly(c, a, b);

    cli.run("priority", "move", c.id().value(), "--before", b.id().value());
    assertThat(open()).containsExactly(a, c, b);

    cli.run("priority", "move", a.id().value(), "--last");
    assertThat(open()).containsExactly(c, b, a);

    cli.run("priority", "move", c.id().value(), "--pool", "errands");
    assertThat(open()).containsExactly(c.in(new Pool("errands")), b, a);
  }

  @Test
  void moveTakesExactlyOnePlace() {
    String id = add("a", Level.HIGH).id().value();

    assertThat(cli.run("priority", "move", id).exitCode()).isEqualTo(2);
    assertThat(cli.run("priority", "move", id, "--first", "--last").exitCode()).isEqualTo(2);
  }

  @Test
  void editChangesWhatIsNamed() {
    String id = add("Answer Ada", Level.HIGH).id().value();

    CliRun.Result raised = cli.run("priority", "edit", id, "--level", "critical");
    CliRun.Result reworded = cli.run("priority", "edit", id, "--text", "Call Ada");

    assertThat(raised.out()).isEqualTo("priority %s (open, critical in main): Answer Ada\n", id);
    assertThat(reworded.out()).isEqualTo("priority %s (open, critical in main): Call Ada\n", id);
    assertThat(cli.run("priority", "edit", id).exitCode()).isEqualTo(2);
  }

  @Test
  void poolsAreCounted() {
    add("a", Level.HIGH);
    cli.run("priority", "add", "b", "--pool", "errands", "--level", "low");

    CliRun.Result result = cli.runOnTerminal("priority", "pools");

    assertThat(result.out())
        .isEqualTo(
            """
            POOL     OPEN  DONE
            errands  1     0
            main     1     0
            """);
  }

  @Test
  void anUnknownPriorityIsExitCode3() {
    CliRun.Result result = cli.run("priority", "done", "0000beef");

    assertThat(result)
        .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no priority 0000beef\n"));
  }

  private List<Priority> open() {
    return cli.storage().priorities().list(PriorityFilter.open(null), Page.FIRST).items();
  }

  private Priority add(String content, Level level) {
    return cli.storage().priorities().add(new PriorityText(content), level, Pool.MAIN, EARLIER);
  }
}

package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.app.TextFields.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard of a fleet that wants to take it over: every field that takes a text says each text
 * that a page might run, and every place that shows it is opened. {@code -Dengine.texts=45} says
 * all of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DashboardHostileIT {

  /** The folder of the project, which the dashboard shows. */
  private static final String PROJECT = "<svg onload=alert(0)>";

  /**
   * So many are said by a thing of their own; all of them in bulk, and by each part of the page.
   */
  private static final int SPREAD = 540;

  /** Fields whose texts the dashboard shows nowhere. */
  private static final Set<String> NOWHERE =
      Set.of(
          "AddAccountRequest.address",
          "AddAccountRequest.displayName",
          "ChangeAccountRequest.displayName",
          "SpawnWorkerRequest.dedupeKey",
          "hook agent_id",
          "hook header AWAITED",
          "hook header CLAUDE_PID",
          "hook header CONVERSATION",
          "hook header ENTRYPOINT",
          "hook header MODE",
          "hook header ROLE",
          "hook header TMUX",
          "hook header WORKER",
          "hook message",
          "hook notification_type",
          "hook reason",
          "hook source",
          "hook tool_use_id",
          "hook transcript_path",
          "hook trigger");

  private DashboardScene scene;
  private HostileTour tour;
  private List<TextField> fields;

  @BeforeAll
  void open(@TempDir Path folder, @TempDir Path profile) throws Exception {
    Path project = Files.createDirectory(folder.resolve(PROJECT));
    scene = DashboardScene.open(SeededFleet.empty(project, HostileWork.settings(folder)), profile);
    fields = TextFields.of(scene.fleet().get("openapi.json"));
    tour = HostileTour.begin(scene);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void whatEveryFieldSaysIsShownAsItWasTyped() throws Exception {
    List<String> texts = HostilePage.markup();
    HostileSaid said = new HostileSaid(fields);
    tour.forgetMarks();

    seeAll(texts, said);

    assertThat(tour.wrong()).isEmpty();
    assertThat(said.counts().values()).allMatch(count -> count >= texts.size());
    assertThat(unseen(said)).isEqualTo(new TreeSet<>(NOWHERE));
    assertThat(new HostileDoors(scene.fleet()).leftOut(fields, said.fields())).isEmpty();
  }

  /** As the fleet works on: workers begin and ask, are answered and fail, and are done. */
  private void seeAll(List<String> texts, HostileSaid said) throws Exception {
    HostileFleet fleet = new HostileFleet(scene.fleet(), said);
    HostileSessions sessions = new HostileSessions(scene.fleet(), said);
    HostileWork work = new HostileWork(scene.fleet(), said);
    try (HostileHost host = new HostileHost(scene.fleet().project(), said)) {
      for (int i = 0; i < texts.size(); i++) {
        fleet.say(texts.get(i), i);
        sessions.say(texts.get(i));
        host.say(texts.get(i), i);
        work.begin(texts.get(i), i);
      }
    }
    work.say(texts);
    said.seenAt("health", PROJECT);
    tour.see(said.places());
    act(texts, said);

    said.goOn();
    for (int i = 0; i < texts.size(); i++) {
      fleet.change(texts.get(i), i);
    }
    work.answerAndFail(texts);
    tour.see(said.places());

    said.goOn();
    work.complete();
    tour.see(said.places());
    tour.seeViews();
  }

  /** Does with them what a person may do in the dashboard. */
  private void act(List<String> texts, HostileSaid said) throws Exception {
    tour.act("hostileActs.merge", by(said, "AddContactRequest.name", texts));
    tour.act("hostileActs.edit", by(said, "AddPriorityRequest.content", texts));
    tour.act("hostileActs.open", List.of());
    tour.act("hostileActs.take", new HostileFiles(said).of(texts));
    tour.act("hostileActs.offered", HostileHost.names(by(said, HostileHost.FILE, texts)));
    tour.act("hostileActs.follow", texts);
    tour.act("hostileActs.toast", texts);
    tour.act("hostileActs.tell", texts);
    tour.act("hostileActs.setEach", texts);
  }

  private static List<String> by(HostileSaid said, String field, List<String> texts) {
    return texts.stream().map(text -> said.by(field, text)).toList();
  }

  /** The fields of which no text was ever seen. */
  private Set<String> unseen(HostileSaid said) {
    Set<String> unseen = new TreeSet<>(said.fields());
    tour.marks().forEach(mark -> unseen.remove(said.field(mark)));
    return unseen;
  }

  @Test
  void whatIsNotMadeForPagesIsATextToo() throws Exception {
    List<String> texts = HostilePage.others();
    HostileSaid said = new HostileSaid(fields);
    HostileRest rest = new HostileRest(scene.fleet(), said);
    HostileWork work = new HostileWork(scene.fleet(), said);
    List<String> all = List.of(String.join("\n", texts));

    rest.spread(texts.subList(0, SPREAD));
    rest.together(texts);
    rest.printed(texts, work);
    tour.see(said.places());
    tour.act("hostileActs.setEach", texts);
    tour.act("hostileActs.toast", all);
    tour.act("hostileActs.tell", all);

    assertThat(tour.wrong()).isEmpty();
  }

  @Test
  void anIntruderIsFound() throws Exception {
    for (String intruder : Intruders.ALL) {
      scene.browser().script(intruder);
      tour.act("hostile.missing", List.of());
      assertThat(tour.wrong()).as(intruder).isNotEmpty();

      scene.browser().script(Intruders.AS_BEFORE);
      tour.act("hostile.missing", List.of());
      assertThat(tour.wrong()).as("what is left of " + intruder).isEmpty();
    }
  }

  @Test
  void aTextThatIsNotThereIsMissed() throws Exception {
    tour.act("hostile.missingSoon", List.of("Fleet", "a text that is nowhere"));

    assertThat(tour.wrong()).containsExactly("a text that is nowhere");
  }

  @Test
  void aFieldOfWhichNobodyThoughtIsFound() {
    List<TextField> some =
        fields.stream()
            .filter(
                field -> List.of("AddPriorityRequest.content", "hook cwd").contains(field.name()))
            .toList();
    HostileDoors doors = new HostileDoors(scene.fleet());

    List<String> leftOut = doors.leftOut(some, Set.of());

    assertThat(leftOut).hasSize(HostilePage.markup().size() + 1);
    assertThat(leftOut.getFirst()).startsWith("AddPriorityRequest.content: 201");
    assertThat(leftOut.getLast()).isEqualTo("hook cwd is said by nobody");
  }
}

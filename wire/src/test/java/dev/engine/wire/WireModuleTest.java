package dev.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.contact.Tag;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.services.briefing.Topic;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class WireModuleTest {

  private record Named(SessionId id, Role role, Topic topic, List<Tag> tags, String text) {}

  private record Timed(
      Instant at, ZoneId zone, Schedule schedule, Hours hours, MigrationNumber number) {}

  private record Told(Facts data, int count, boolean whole, Double costUsd) {}

  @Test
  void whatTheDomainSaysInAWordIsOneText() {
    Named named =
        new Named(
            new SessionId("3fa94c01"),
            Role.DEEP_WORK,
            Topic.NOT_TOLD,
            List.of(new Tag("vip"), new Tag("team")),
            "a \"text\"");

    assertThat(json(named, UnaryOperator.identity()))
        .isEqualTo(
            """
            {"id":"3fa94c01","role":"deep-work","topic":"not_told","tags":["vip","team"],\
            "text":"a \\"text\\""}\
            """);
  }

  @Test
  void timesAndWhatRepeatsAreWrittenAsTheyAreTyped() {
    Timed timed =
        new Timed(
            Instant.parse("2026-01-05T12:00:00.120Z"),
            ZoneId.of("Europe/Berlin"),
            Schedule.parse("every 15m"),
            Hours.parse("22:00-07:00"),
            MigrationNumber.parse("007"));

    assertThat(json(timed, UnaryOperator.identity()))
        .isEqualTo(
            """
            {"at":"2026-01-05T12:00:00.120Z","zone":"Europe/Berlin","schedule":"every 15m",\
            "hours":"22:00-07:00","number":"007"}\
            """);
  }

  @Test
  void factsAreJsonAlreadyAndNumbersStayNumbers() {
    Told told = new Told(new Facts("{\"text\":\"Hi\"}"), 2, true, 1.5);

    assertThat(json(told, text -> text.toUpperCase(Locale.ROOT)))
        .isEqualTo("{\"data\":{\"text\":\"Hi\"},\"count\":2,\"whole\":true,\"costUsd\":1.5}");
  }

  @Test
  void eachTextIsGivenTheFormThatIsWanted() {
    Named named =
        new Named(new SessionId("3fa94c01"), Role.CHIEF, Topic.LOST, List.of(new Tag("vip")), "Hi");

    assertThat(json(named, text -> text.toUpperCase(Locale.ROOT)))
        .isEqualTo(
            """
            {"id":"3FA94C01","role":"CHIEF","topic":"LOST","tags":["VIP"],"text":"HI"}\
            """);
  }

  private static String json(Record record, UnaryOperator<String> form) {
    return JsonMapper.builder().addModule(new WireModule(form)).build().writeValueAsString(record);
  }
}

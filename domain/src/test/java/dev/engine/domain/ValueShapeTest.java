package dev.engine.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.account.Capabilities;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.install.EnginePort;
import dev.engine.domain.install.PostTarget;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.RequestKey;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.toolcall.ToolUse;
import dev.engine.domain.toolcall.ToolUseId;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Usage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What values are made of: the last that still is one, and the first that is none any more. */
final class ValueShapeTest {

  private static final String HEX = "0123456789abcdef";

  /** A value that is a text, with what is one and what is none. */
  record Text(String what, Function<String, Object> of, List<String> fits, List<String> others) {}

  /** A value that is shown as it is written. */
  record Shown(Function<String, Object> of, String text) {}

  /** A value that is a number, from the least to the most that there are. */
  record Amount(String what, LongFunction<Object> of, long least, long most) {}

  private static List<Text> texts() {
    return List.of(
        text("backup name", BackupName::new, of("a", x(40), "0_-"), of("", x(41), "A", "a b")),
        text("capability", ValueShapeTest::capability, of("a", x(64), "0_:.-"), of("", x(65), "A")),
        text(
            "claude session id",
            ClaudeSessionId::new,
            of("!", "~", x(128)),
            of("", x(129), "a b", "\u007f", "é")),
        text(
            "conversation id",
            ConversationId::new,
            of("a", x(64), "0-"),
            of("", x(65), "-a", "A", "a_b")),
        text(
            "event id",
            HookEventId::new,
            of(HEX + HEX),
            of("", HEX, HEX + HEX + "0", HEX + "0123456789abcde/", HEX + "0123456789abcde:")),
        text(
            "event id",
            HookEventId::new,
            of(),
            of(HEX + "0123456789abcde`", HEX + "0123456789abcdeg")),
        text(
            "event kind",
            EventKind::new,
            of("a.b", "az.09_", x(62) + ".a"),
            of("", "a", ".", ".a", "a.", "a..b", "a.B", "a.-", x(63) + ".a", "a.`", "a.{", "a.:")),
        text("fingerprint", Fingerprint::new, of(HEX.repeat(4)), of("", HEX, HEX.repeat(4) + "0")),
        text(
            "hash",
            sha256 -> new SourceFile("docs/plan.md", sha256),
            of(HEX.repeat(4)),
            of("", HEX.repeat(4).toUpperCase(Locale.ROOT))),
        text("Idempotency-Key", RequestKey::new, of("!", "~", x(128)), of("", x(129), "a b")),
        text("id of a subject", ValueShapeTest::subject, of("a", x(128)), of("", " ", x(129))),
        text("name of a tool", ValueShapeTest::tool, of("a", x(200)), of("", x(201))),
        text(
            "notification type",
            NotificationType::new,
            of("a", x(64), "0_"),
            of("", x(65), "A", "a-b")),
        text("pool", Pool::new, of("a", x(64), "a b"), of("", x(65), " a", "a ", "a\nb")),
        text(
            "prefix of event kinds",
            KindPrefix::new,
            of("a", ".", "a.b_9", x(64)),
            of("", x(65), "A", "a-b")),
        text("primitive", Primitive::new, of("a", x(32), "0-"), of("", x(33), "A", "a_b")),
        text("priority", PriorityText::new, of("a", x(2_000)), of("", " ", x(2_001))),
        text("question", ValueShapeTest::question, of("a", x(9_000)), of("", x(9_001))),
        text("reader", Reader::new, of("a", x(64), "0-"), of("", x(65), "A", "a_b")),
        text("search text", SearchText::new, of("a", x(200)), of("", x(201), "a\0")),
        text("slug", Slug::new, of("a", x(64), "0-"), of("", x(65), "A", "a_b")),
        text("status text", StatusText::new, of("a", x(500)), of("", " ", x(501), "a\nb")),
        text("tag", Tag::new, of("a", x(64), "0_-"), of("", x(65), "A", "a b")),
        text("tool use id", ToolUseId::new, of("!", "~", x(128)), of("", x(129), "a b")),
        text("event name", Signal.Unknown::new, of("a", x(64)), of("", x(65))),
        text(
            "boot id",
            boot -> new ProcessSpace(boot, 1),
            of("0123abcd-0000-0000-0000-0123456789ab"),
            of("", "0123ABCD-0000-0000-0000-0123456789ab")));
  }

  private static List<Amount> numbers() {
    return List.of(
        number("context use", n -> ContextLevel.reachedAt((int) n), 0, 100),
        number("generation", n -> generation((int) n), 1, Integer.MAX_VALUE),
        number("limit", n -> new Limit((int) n), 1, 1_000),
        number("migration", n -> new MigrationNumber((int) n), 1, 999),
        number("namespace", ValueShapeTest::space, 1, Long.MAX_VALUE),
        number("number of tokens", n -> new Usage(null, n), 0, Usage.MAX_TOKENS),
        number("pid", n -> new ProcessIdentity(n, null), 1, Long.MAX_VALUE),
        number("port for HTTP hooks", n -> new PostTarget((int) n, "token"), 1, 65_535),
        number("port of a home", n -> new EnginePort((int) n), 20_000, 29_999),
        number("ticks", n -> new Birth(space(1), n), 0, Long.MAX_VALUE));
  }

  private static List<Shown> shown() {
    return List.of(
        new Shown(BackupName::new, "nightly"),
        new Shown(ClaudeSessionId::new, "0f-1"),
        new Shown(ConversationId::new, "chief-2026-01-05"),
        new Shown(EventKind::new, "worker.failed"),
        new Shown(Fingerprint::new, HEX.repeat(4)),
        new Shown(HookEventId::new, HEX + HEX),
        new Shown(KindPrefix::new, "worker."),
        new Shown(NotificationType::new, "message"),
        new Shown(Pool::new, "main"),
        new Shown(Primitive::new, "research"),
        new Shown(PriorityText::new, "Ship it"),
        new Shown(Reader::new, "person"),
        new Shown(RequestKey::new, "a1"),
        new Shown(Slug::new, "nightly-report"),
        new Shown(Tag::new, "friend"),
        new Shown(ToolUseId::new, "toolu_1"),
        new Shown(number -> new EnginePort(Integer.parseInt(number)), "20123"),
        new Shown(MigrationNumber::parse, "007"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextOfTheShapeIsTaken(Text text) {
    assertThat(text.fits())
        .allSatisfy(each -> assertThatCode(() -> text.of().apply(each)).doesNotThrowAnyException());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anyOtherTextIsRefusedByItsName(Text text) {
    assertThat(text.others()).allSatisfy(each -> refused(text.what(), () -> text.of().apply(each)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void theLeastAndTheMostAreTaken(Amount number) {
    assertThatCode(() -> number.of().apply(number.least())).doesNotThrowAnyException();
    assertThatCode(() -> number.of().apply(number.most())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void lessAndMoreAreRefusedByTheirName(Amount number) {
    refused(number.what(), () -> number.of().apply(number.least() - 1));
    if (number.most() < Integer.MAX_VALUE) {
      refused(number.what(), () -> number.of().apply(number.most() + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aValueIsShownAsItIsWritten(Shown shown) {
    assertThat(shown.of().apply(shown.text())).hasToString(shown.text());
  }

  private static void refused(String what, ThrowingCallable making) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(making)
        .withMessageStartingWith(what + " must be ");
  }

  private static Text text(
      String what, Function<String, Object> of, List<String> fits, List<String> others) {
    return new Text(what, of, fits, others);
  }

  private static Amount number(String what, LongFunction<Object> of, long least, long most) {
    return new Amount(what, of, least, most);
  }

  private static List<String> of(String... texts) {
    return List.of(texts);
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  private static Object capability(String name) {
    return new Capabilities(List.of(name));
  }

  private static Object subject(String id) {
    return new Subject(Subject.Kind.WORKER, id);
  }

  private static Object tool(String name) {
    return new ToolUse(new ToolUseId("toolu_1"), name, ToolUse.Phase.STARTED);
  }

  private static Object question(String text) {
    return new AttemptEnd.Asked(text, null, Usage.UNKNOWN);
  }

  private static Object generation(int number) {
    return Terms.PLAIN.ofGeneration(number);
  }

  private static ProcessSpace space(long namespace) {
    return new ProcessSpace("0123abcd-0000-0000-0000-0123456789ab", namespace);
  }
}

package dev.engine.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Storage;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.journal.Told;
import dev.engine.domain.testing.ScriptedRandom;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What {@link Accounts} tell the journal. */
public interface AccountEventsContract {

  Instant AT = Instant.parse("2026-01-05T12:00:00Z");
  Instant LATER = AT.plusSeconds(1);

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new ScriptedRandom(1));
  }

  @Test
  default void anAccountTellsWhatItIsForAndNotWhose() {
    Storage storage = storage();
    Accounts accounts = storage.accounts();
    Handle handle = new Handle("google", "email", "ada@example.com");
    Account[] added = new Account[1];

    List<Happening> told =
        Told.by(
            storage,
            () -> added[0] = added(accounts.add(handle, "Ada", Capabilities.NONE, AT)),
            () -> accounts.add(handle, "Ada", Capabilities.NONE, AT),
            () -> accounts.put(added[0].id(), Account.Use.ENABLED, LATER),
            () -> accounts.put(added[0].id(), Account.Use.DISABLED, LATER),
            () -> accounts.put(added[0].id(), Account.Use.ENABLED, LATER),
            () -> accounts.put(new AccountId("0000beef"), Account.Use.ENABLED, LATER));

    assertThat(told)
        .containsExactly(
            of(added[0], "account.added", AT, "{\"provider\":\"google\",\"kind\":\"email\"}"),
            of(added[0], "account.disabled", LATER, "{}"),
            of(added[0], "account.enabled", LATER, "{}"));
  }

  @Test
  default void anAccountTellsWhatItMayDoNowAndThatItIsGone() {
    Storage storage = storage();
    Accounts accounts = storage.accounts();
    Handle handle = new Handle("google", "email", "ada@example.com");
    Account account = added(accounts.add(handle, "", Capabilities.NONE, AT));
    Amendment named = new Amendment("Ada", null);
    Amendment allowed = new Amendment(null, Capabilities.of(List.of("read", "send")));

    List<Happening> told =
        Told.by(
            storage,
            () -> accounts.amend(account.id(), named, LATER),
            () -> accounts.amend(account.id(), named, LATER),
            () -> accounts.amend(account.id(), allowed, LATER),
            () -> accounts.remove(account.id(), LATER),
            () -> accounts.remove(account.id(), LATER));

    assertThat(told)
        .containsExactly(
            of(account, "account.amended", LATER, "{}"),
            of(account, "account.amended", LATER, "{\"capabilities\":[\"read\",\"send\"]}"),
            of(account, "account.removed", LATER, "{}"));
  }

  private static Account added(Adding adding) {
    return ((Adding.Added) adding).account();
  }

  private static Happening of(Account account, String kind, Instant at, String json) {
    Subject subject = new Subject(Subject.Kind.ACCOUNT, account.id().value());
    return new Happening(at, new EventKind(kind), null, null, subject, new Facts(json));
  }
}

package dev.engine.domain.account;

import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import java.time.Instant;

/** What the journal is told of accounts: never an address, which is a person's. */
public final class AccountEvents {

  public static final EventKind ADDED = new EventKind("account.added");
  public static final EventKind ENABLED = new EventKind("account.enabled");
  public static final EventKind DISABLED = new EventKind("account.disabled");

  private AccountEvents() {}

  /** What is told when {@code account} was added. */
  public static Happening added(Account account) {
    Facts facts =
        Facts.NONE
            .with("provider", account.handle().provider())
            .with("kind", account.handle().kind());
    return of(account, ADDED, account.createdAt(), facts);
  }

  /** What is told when {@code account} was enabled or disabled, whichever it is now. */
  public static Happening switched(Account account) {
    EventKind kind =
        switch (account.use()) {
          case ENABLED -> ENABLED;
          case DISABLED -> DISABLED;
        };
    return of(account, kind, account.updatedAt(), Facts.NONE);
  }

  private static Happening of(Account account, EventKind kind, Instant at, Facts facts) {
    Subject subject = new Subject(Subject.Kind.ACCOUNT, account.id().value());
    return new Happening(at, kind, null, null, subject, facts);
  }
}

package dev.engine.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.account.Account.Use;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Handle ADA = new Handle("google", "email", "ada@example.com");

  @Test
  void enablingWhatIsEnabledIsNoChange() {
    Account account = Account.added(new AccountId("00000001"), ADA, "", Capabilities.NONE, NOON);

    assertThat(account.put(Use.ENABLED, NOON.plusSeconds(1))).isSameAs(account);
  }

  @Test
  void capabilitiesAreSortedAndEachIsThereOnce() {
    Capabilities capabilities = Capabilities.of(List.of("send", "read", "send"));

    assertThat(capabilities.names()).containsExactly("read", "send");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Read", "a b", "a\"b", "é", "a,b"})
  void aCapabilityIsAShortName(String name) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Capabilities.of(List.of(name)));
  }

  @Test
  void aHandleHasThreeFilledParts() {
    assertThat(ADA).hasToString("google email ada@example.com");
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Handle(" ", "email", "ada@example.com"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Handle("google", "", "ada@example.com"));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> new Handle("google", "email", "a\nb"));
  }

  @Test
  void aDisplayNameIsALineOrNothing() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(
            () -> Account.added(new AccountId("00000001"), ADA, "a\nb", Capabilities.NONE, NOON));
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Amendment("a\nb", null));
    assertThat(new Amendment("", null).displayName()).isEmpty();
  }
}

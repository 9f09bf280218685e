package dev.engine.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.Session.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SessionStandingTest {

  @ParameterizedTest
  @EnumSource
  void aSessionThatWorksOrWaitsIsToldByWhatItDoes(Activity activity) {
    State waiting = new State.Waiting(activity, Want.INPUT, SessionExamples.NOON);

    assertThat(SessionStanding.of(new State.Working(activity))).hasToString(activity.wireName());
    assertThat(SessionStanding.of(waiting)).hasToString(activity.wireName());
  }

  @ParameterizedTest
  @EnumSource
  void oneThatIsOverHasEndedForWhateverReason(EndReason reason) {
    State over = new State.Ended(SessionExamples.NOON, reason);

    assertThat(SessionStanding.of(over)).isEqualTo(SessionStanding.ENDED);
  }
}

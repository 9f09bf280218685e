package dev.engine.domain.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link HookPosts} promises. */
public interface HookPostsContract {

  ClientVersion CLIENT = new ClientVersion(2, 1, 330);

  String TOKEN = "0123456789abcdef0123456789abcdef";

  /** Registrations of machines where no person has settings yet. */
  HookPosts posts();

  /** A home whose project has no settings. */
  HomeFolder home();

  private PostSetup setup(int port) {
    return new PostSetup(home(), CLIENT, new PostTarget(port, TOKEN));
  }

  @Test
  default void registeringPostsMakesSettingsWhereThereAreNone() {
    HookPosts posts = posts();
    SettingsEdit preview = posts.previewRegister(setup(20_001));

    SettingsEdit edit = posts.register(setup(20_001));

    assertThat(edit).isInstanceOf(SettingsEdit.Created.class).isEqualTo(preview);
    assertThat(posts.events(home()))
        .contains("Stop", "SessionEnd")
        .doesNotContain("SessionStart")
        .doesNotHaveDuplicates();
  }

  @Test
  default void registeringPostsTwiceChangesNothing() {
    HookPosts posts = posts();
    SettingsEdit first = posts.register(setup(20_001));

    SettingsEdit second = posts.register(setup(20_001));

    assertThat(second).isEqualTo(new SettingsEdit.Unchanged(first.file()));
  }

  @Test
  default void anotherPortTakesThePlaceOfTheOldOne() {
    HookPosts posts = posts();
    posts.register(setup(20_001));
    int count = posts.events(home()).size();

    SettingsEdit edit = posts.register(setup(20_002));

    assertThat(edit).isInstanceOf(SettingsEdit.Changed.class);
    assertThat(posts.events(home())).hasSize(count);
  }

  @Test
  default void noEditTellsTheToken() {
    HookPosts posts = posts();

    SettingsEdit created = posts.register(setup(20_001));
    SettingsEdit changed = posts.register(setup(20_002));
    SettingsEdit deleted = posts.unregister(home());

    assertThat(created.toString() + changed + deleted).doesNotContain(TOKEN);
  }

  @Test
  default void unregisteringPostsDeletesWhatRegisteringMade() {
    HookPosts posts = posts();
    posts.register(setup(20_001));
    SettingsEdit preview = posts.previewUnregister(home());

    SettingsEdit edit = posts.unregister(home());

    assertThat(edit).isInstanceOf(SettingsEdit.Deleted.class).isEqualTo(preview);
    assertThat(posts.events(home())).isEmpty();
  }

  @Test
  default void unregisteringPostsThatAreNotThereChangesNothing() {
    HookPosts posts = posts();

    assertThat(posts.unregister(home())).isInstanceOf(SettingsEdit.Unchanged.class);
  }
}

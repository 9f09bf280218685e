package dev.engine.http.resource;

import dev.engine.domain.host.Showing;
import dev.engine.domain.session.SessionId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.SessionDisplay;
import dev.engine.wire.Description;
import java.util.List;

/** {@code /api/v1/sessions/{id}/show}: taking the person to where a session runs. */
final class SessionDisplayRoutes implements Routes {

  private static final Parameter<SessionId> ID =
      Parameter.path("id", SessionId.class, "the id of the session");

  private final SessionDisplay display;

  SessionDisplayRoutes(SessionDisplay display) {
    this.display = display;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.post(
                "/api/v1/sessions/{id}/show",
                "showSessionPane",
                "Brings the tmux pane of a live session to the front, and switches the terminal"
                    + " there if only one is attached. 409 says why it cannot.")
            .with(ID)
            .takesLong()
            .answers(ShownPaneJson.class, this::show));
  }

  private ShownPaneJson show(Call call) {
    SessionId id = call.get(ID);
    return ShownPaneJson.of(id, display.show(id));
  }

  /** A pane that is in front, on the wire. */
  record ShownPaneJson(
      SessionId sessionId,
      @Description("such as %7") String pane,
      @Description("the name of its window") String window,
      @Description("whether a terminal shows it now; if not, one has to be attached to tmux")
          boolean visible) {

    static ShownPaneJson of(SessionId id, Showing.Shown shown) {
      return new ShownPaneJson(id, shown.pane(), shown.window(), shown.isVisible());
    }
  }
}

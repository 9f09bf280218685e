package dev.engine.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fleet that is served, and its dashboard in a browser. */
final class DashboardScene implements AutoCloseable {

  private final SeededFleet fleet;
  private final Browser browser;
  private ServingProcess engine;
  private final Dashboard dashboard;

  private DashboardScene(SeededFleet fleet, Browser browser) throws IOException {
    this.fleet = fleet;
    this.browser = browser;
    this.engine = ServingProcess.start(fleet.project());
    this.dashboard = new Dashboard(fleet, browser);
  }

  /** One with a fleet of weeks; both folders are empty. */
  static DashboardScene seeded(Path project, Path profile) throws Exception {
    Browser browser = Browser.start(profile);
    DashboardScene scene = new DashboardScene(SeededFleet.in(project), browser);
    scene.fleet.complete();
    scene.dashboard.signIn();
    return scene;
  }

  /** One in which nothing has happened yet. */
  static DashboardScene empty(Path project, Path profile) throws Exception {
    return open(SeededFleet.empty(project), profile);
  }

  /** One of a fleet that nobody serves yet. */
  static DashboardScene open(SeededFleet fleet, Path profile) throws Exception {
    Browser browser = Browser.start(profile);
    DashboardScene scene = new DashboardScene(fleet, browser);
    scene.dashboard.signIn();
    return scene;
  }

  SeededFleet fleet() {
    return fleet;
  }

  Browser browser() {
    return browser;
  }

  Dashboard dashboard() {
    return dashboard;
  }

  /** Each view by its address, and with one thing opened where it opens any. */
  List<String> places() {
    List<String> places = new ArrayList<>();
    for (String view : dashboard.views()) {
      places.add(view);
      opened(view).ifPresent(id -> places.add(view + "/" + id));
    }
    return places;
  }

  private Optional<String> opened(String view) {
    return switch (view) {
      case "fleet" -> Optional.of("project-00000001");
      case "workers" -> first("workers?status=failed");
      case "missions" -> first("scheduled-missions?limit=1");
      case "notifications" -> first("notifications?limit=1");
      case "portal" -> first("staged-content?limit=1");
      case "contacts" -> first("contacts?limit=1");
      case "timeline" -> Optional.of(Integer.toString(SeededRows.EVENTS));
      default -> Optional.empty();
    };
  }

  private Optional<String> first(String path) {
    return Optional.of(fleet.get(path).path("items").path(0).path("id").asString());
  }

  /** Has the engine stand still, as on a machine that sleeps, until {@link #goOn}. */
  void standStill() throws IOException, InterruptedException {
    signal("STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(engine.pid())).start().waitFor();
  }

  void kill() throws InterruptedException {
    engine.kill();
  }

  void restart() throws Exception {
    engine = ServingProcess.start(fleet.project());
  }

  @Override
  public void close() {
    browser.close();
    engine.close();
    Shipped.engine(fleet.project(), "down", "--workers");
  }
}

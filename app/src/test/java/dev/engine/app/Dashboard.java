package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The dashboard of a fleet in a browser, by what a person sees: titles, labels, names of buttons.
 */
final class Dashboard {

  /** What a person can click or tab to. */
  private static final String CONTROLS = "a, button, summary, [role=button], [role=tab]";

  private final SeededFleet fleet;
  private final Browser browser;

  Dashboard(SeededFleet fleet, Browser browser) {
    this.fleet = fleet;
    this.browser = browser;
  }

  /** Opens it by a fresh link, and waits until it is live. */
  void signIn() throws IOException {
    browser.open(fleet.link());
    browser.await("document.querySelector('.connection')?.innerText.startsWith('Live')");
  }

  URI origin() throws IOException {
    return ServingProcess.address(fleet.project());
  }

  /** The names of the views, in their order. */
  List<String> views() {
    return List.of(
        browser
            .text(
                "[...document.querySelectorAll('nav.rail a')]"
                    + ".map((link) => link.hash.replace('#/', '')).join(' ')")
            .split(" "));
  }

  /** Goes to an address such as {@code workers} or {@code fleet/3fa94c01}, and waits for it. */
  void show(String address) {
    String view = address.replaceFirst("[/?].*", "");
    browser.script("document.activeElement.blur(); location.hash = '#/' + arguments[0]", address);
    browser.await("document.querySelector('main.view-" + view + "')");
    settle();
  }

  /** Waits until nothing is on its way any more. */
  void settle() {
    browser.asyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " done(true)))");
    browser.await("!document.querySelector('[aria-busy=true]')");
  }

  String main() {
    return browser.text("document.querySelector('main').innerText");
  }

  /** Waits until the view shows a text, in whatever case a style sets it. */
  void awaitText(String text) {
    WorkerScene.await(() -> shows(text), () -> text + " in: " + main());
  }

  /** Waits until the view shows a text no longer. */
  void awaitNoText(String text) {
    WorkerScene.await(() -> !shows(text), () -> text + " in: " + main());
  }

  private boolean shows(String text) {
    return main().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** Waits until a message about what was done has these words. */
  void awaitToast(String text) {
    browser.await("document.querySelector('.toasts')?.innerText.includes('" + text + "')");
  }

  /** The first control that is seen and has this name, within the first {@code scope} that does. */
  WebElement control(String scope, String name) {
    AtomicReference<@Nullable Object> found = new AtomicReference<>();
    WorkerScene.await(
        () -> isThere(found, find(scope, name)),
        () -> name + " in " + scope + ": " + browser.text("document.body.innerText"));
    return (WebElement) Objects.requireNonNull(found.get());
  }

  private static boolean isThere(
      AtomicReference<@Nullable Object> found, @Nullable Object element) {
    found.set(element);
    return element != null;
  }

  private @Nullable Object find(String scope, String name) {
    return browser.script(
        """
        const [scope, controls, name] = arguments;
        const isSeen = (each) => each.getClientRects().length > 0;
        const nameOf = (each) => (each.getAttribute("aria-label") ?? each.innerText).trim();
        return [...document.querySelectorAll(scope)]
          .flatMap((each) => [...each.querySelectorAll(controls)])
          .find((each) => isSeen(each) && (nameOf(each) === name || nameOf(each).startsWith(name)));
        """,
        scope,
        CONTROLS,
        name);
  }

  void click(String name) {
    click("body", name);
  }

  void click(String scope, String name) {
    WebElement control = control(scope, name);
    browser.script("arguments[0].scrollIntoView({block: 'center'})", control);
    control.click();
  }

  /** The field with this label. */
  WebElement field(String label) {
    AtomicReference<@Nullable Object> found = new AtomicReference<>();
    WorkerScene.await(
        () -> isThere(found, labelled(label)),
        () -> label + ": " + browser.text("document.body.innerText"));
    return (WebElement) Objects.requireNonNull(found.get());
  }

  private @Nullable Object labelled(String label) {
    return browser.script(
        """
        const label = arguments[0];
        const fields = [...document.querySelectorAll("input, textarea, select")];
        const namesOf = (each) =>
          [each.getAttribute("aria-label"), ...[...(each.labels ?? [])].map((one) => one.innerText)];
        return fields.find((each) => each.getClientRects().length > 0
          && namesOf(each).some((name) => name?.trim() === label));
        """,
        label);
  }

  /** Writes a text in place of what a field has. */
  void type(String label, String text) {
    WebElement field = field(label);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.BACK_SPACE : text);
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    for (CharSequence key : keys) {
      browser.driver().switchTo().activeElement().sendKeys(key);
    }
  }

  /** Tabs on until something of this name has the focus, as a person without a mouse does. */
  void tabTo(String name) {
    for (int i = 0; i < 400; i++) {
      press(Keys.TAB);
      if (focused().startsWith(name)) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + name);
  }

  /** The name of what has the focus. */
  String focused() {
    return browser.text(
        "(document.activeElement.getAttribute('aria-label') ??"
            + " document.activeElement.innerText ?? '').trim()");
  }

  WebElement element(String selector) {
    browser.await("document.querySelector('" + selector + "')");
    return browser.driver().findElement(By.cssSelector(selector));
  }

  /** Nothing was complained about, and nothing but the engine was asked. */
  void assertQuiet() throws IOException {
    assertThat(browser.complaints(origin())).isEmpty();
  }
}

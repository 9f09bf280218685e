package dev.engine.app;

import java.util.List;

/** What a page of the dashboard must never do or have, done to it so that a watcher notices. */
final class Intruders {

  /** Scripts, each of which does one such thing. */
  static final List<String> ALL =
      List.of(
          plant("iframe", ""),
          plant("img", ""),
          plant("p", "each.setAttribute('onclick', 'stolen = 1');"),
          plant("a", "each.href = 'javascript:alert(1)';"),
          plant("a", "each.href = 'https://foreign.invalid/'; each.target = '_blank';"),
          plant("p", "each.title = 'x'; each.style.color = 'red';"),
          plant("form", "each.action = 'https://foreign.invalid/';"),
          plant("script", "each.text = 'stolen = 1';"),
          plant("p", "each.remove(); each.innerHTML = '<b>x</b>';"),
          "window.stolen = 1",
          "alert(1)",
          "open('https://foreign.invalid/')",
          "document.title = 'Sign in here'",
          "fetch('http://foreign.invalid/').catch(() => null)",
          "console.error('something broke')",
          "setTimeout(() => { throw new Error('broken'); })",
          "Promise.reject(new Error('broken'))");

  /** A script that undoes whatever of them lasts. */
  static final String AS_BEFORE =
      """
      document.querySelectorAll('.planted').forEach((each) => each.remove());
      document.title = 'Fleet · Engine';
      """;

  private Intruders() {}

  /** Puts an element into the page that has something that it should not have. */
  private static String plant(String name, String more) {
    return """
    const each = document.createElement('%s');
    each.className = 'planted';
    document.body.append(each);
    try {
      %s
    } catch {
      // Refused by the page's own policy, which is to be heard of.
    }
    """
        .formatted(name, more);
  }
}

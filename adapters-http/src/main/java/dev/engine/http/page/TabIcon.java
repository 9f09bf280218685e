package dev.engine.http.page;

/** What stands in the tab of a browser: the sign of Engine, and how many things wait. */
final class TabIcon {

  private static final int MOST_SHOWN = 9;

  private TabIcon() {}

  /**
   * The icon as SVG.
   *
   * @param waiting how many; more than nine are a plus
   */
  static String of(int waiting) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
    <rect width="32" height="32" rx="7" fill="#0b5f63"/>
    <path d="M6 17a10 10 0 0 1 20 0M10 22a6 6 0 0 1 12 0M16 16v11M6 27h20" fill="none" stroke="#fff"\
     stroke-width="2.4" stroke-linecap="round"/>
    %s</svg>
    """
        .formatted(waiting == 0 ? "" : badge(waiting));
  }

  private static String badge(int waiting) {
    return """
    <circle cx="23" cy="9" r="9" fill="#c43a31"/>
    <text x="23" y="13.5" font-family="sans-serif" font-size="13" font-weight="700" fill="#fff"\
     text-anchor="middle">%s</text>
    """
        .formatted(waiting > MOST_SHOWN ? "+" : String.valueOf(waiting));
  }
}

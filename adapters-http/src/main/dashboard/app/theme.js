// Light, dark, or as the system has it. Kept in this browser only.
import { useEffect, useState } from "./html.js";

const KEY = "engine.theme";
export const THEMES = ["system", "light", "dark"];

function kept() {
  try {
    return localStorage.getItem(KEY) ?? "system";
  } catch {
    return "system"; // storage is blocked
  }
}

/** The theme and what sets it. */
export function useTheme() {
  const [theme, setTheme] = useState(kept);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // It lasts until the page is closed.
    }
  }, [theme]);
  return [theme, setTheme];
}

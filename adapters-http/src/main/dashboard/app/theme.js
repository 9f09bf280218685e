// Light, dark, or as the system has it. Kept in this browser only.
import { useEffect } from "./html.js";
import { useKept } from "./kept.js";

export const THEMES = ["system", "light", "dark"];

/** The theme and what sets it. */
export function useTheme() {
  const [theme, setTheme] = useKept("engine.theme", "system");
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, setTheme];
}

/** Light or dark: as the system has it, until somebody chooses. */
import { useState } from 'preact/hooks';

const KEY = 'theme';
export type Theme = 'light' | 'dark';

const chosen = (): Theme | undefined => {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
};
const bySystem = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function show(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Before anything is drawn. */
export const restoreTheme = () => show(chosen());

/** @returns the theme that is shown, and what shows the other one from now on */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(chosen() ?? bySystem());
  const toggle = () => {
    const other = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(KEY, other);
    show(other);
    setTheme(other);
  };
  return [theme, toggle];
}

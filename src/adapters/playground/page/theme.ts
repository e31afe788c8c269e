/** Light or dark: as the system has it, until somebody chooses. */
import { useEffect, useState } from 'preact/hooks';

const KEY = 'theme';
export type Theme = 'light' | 'dark';

/** A browser that keeps nothing forgets the choice, and works all the same. */
function chosen(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It holds until the page is closed.
  }
}

const system = matchMedia('(prefers-color-scheme: dark)');
const bySystem = (): Theme => (system.matches ? 'dark' : 'light');

function show(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Before anything is drawn. */
export const restoreTheme = () => show(chosen());

/** @returns the theme that is shown, and what shows the other one from now on */
export function useTheme(): [Theme, () => void] {
  const [own, setOwn] = useState(chosen());
  const [others, setOthers] = useState(bySystem());
  useEffect(() => {
    const onChange = () => setOthers(bySystem());
    system.addEventListener('change', onChange);
    return () => system.removeEventListener('change', onChange);
  }, []);
  const theme = own ?? others;
  const toggle = () => {
    const other = theme === 'dark' ? 'light' : 'dark';
    keep(other);
    show(other);
    setOwn(other);
  };
  return [theme, toggle];
}

import { render } from 'preact';
import { LINE } from '../wire.js';
import { App } from './app.js';
import './style.css';
import { restoreTheme } from './theme.js';

restoreTheme();
const line = document.querySelector<HTMLMetaElement>(`meta[name="${LINE}"]`)?.content;
render(<App line={line} />, document.getElementById('app') as HTMLElement);

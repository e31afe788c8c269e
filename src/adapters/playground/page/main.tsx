import { render } from 'preact';
import { CALL } from '../wire.js';
import { type Address, App } from './app.js';
import './style.css';
import { restoreTheme } from './theme.js';

restoreTheme();

/** As the server has put it into the page. */
function addressOf(): Address {
  const call = document.querySelector<HTMLMetaElement>(`meta[name="${CALL}"]`)?.content;
  if (call === undefined) return { kind: 'start' };
  return call ? { kind: 'record', call: JSON.parse(call) } : { kind: 'nothing' };
}

render(<App address={addressOf()} />, document.getElementById('app') as HTMLElement);

// The door of the web app: opens the journal, then shows the room that the address names.

import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { openPerson } from './person.ts';
import { watchForUpdate } from './ports/update.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('index.html must hold #app');

// The journal opens while the first screen is drawn; rooms that need it wait for `person.ready`.
void openPerson();
root.replaceChildren();
render(<App />, root);
watchForUpdate();

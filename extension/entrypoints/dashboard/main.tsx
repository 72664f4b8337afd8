import { render } from 'preact';
import { browser } from 'wxt/browser';

import '../../ui/theme.css';
import { App } from './app.tsx';

document.documentElement.lang = browser.i18n.getUILanguage();
render(<App />, document.querySelector('#app')!);

import { render } from 'preact';
import { browser } from 'wxt/browser';

import { readSettings } from '../../db/settings.ts';
import { Popup } from './popup.tsx';
import './popup.css';

document.documentElement.lang = browser.i18n.getUILanguage();
void readSettings().then(({ theme }) => {
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
});
render(<Popup />, document.querySelector('#app')!);

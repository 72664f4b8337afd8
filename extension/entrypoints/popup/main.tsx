import { render } from 'preact';

import { i18n } from '#i18n';

render(<h1>{i18n.t('common.cancel')}</h1>, document.querySelector('#app')!);

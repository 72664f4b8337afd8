import { Download } from 'lucide-preact';

import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { csvOf, fileRows } from './activity-file.ts';
import type { Entry } from './job-entry.ts';

/** What is shown, as a file for a spreadsheet or for a program. */
export function ExportButtons({ entries }: { entries: readonly Entry[] }) {
  const icon = <Download aria-hidden="true" size={15} />;
  const rows = () => fileRows(entries);
  return (
    <div class="mt-4 flex flex-wrap gap-2">
      <Button size="small" icon={icon} onClick={() => save(csvOf(rows()), 'csv', 'text/csv')}>
        {i18n.t('activity.exportCsv')}
      </Button>
      <Button
        size="small"
        icon={icon}
        onClick={() => save(JSON.stringify(rows(), null, 2), 'json', 'application/json')}
      >
        {i18n.t('activity.exportJson')}
      </Button>
    </div>
  );
}

function save(text: string, ending: string, type: string): void {
  // Spreadsheets read UTF-8 only where the file says so.
  const file = new Blob([ending === 'csv' ? `\uFEFF${text}` : text], { type });
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: `vintedbot-activity.${ending}` }).click();
  URL.revokeObjectURL(href);
}

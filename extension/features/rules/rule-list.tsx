import { Pencil, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Rule } from '../../../shared/rule.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/field.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { previewOf, type PlanParts } from './plan-shown.ts';
import { currencyIn } from './rule-currency.ts';
import { previewWords, ruleWords, whichWords } from './rule-words.ts';
import { useRulesDesk } from './rules-desk.tsx';

/** Every rule in words, with its switch; switching on shows first what it would do. */
export function RuleList({ parts, onEdit }: { parts: PlanParts; onEdit: (rule: Rule) => void }) {
  const { wardrobe, now, wake } = useRulesDesk();
  const [asking, setAsking] = useState<Rule | null>(null);
  const { rules } = parts.kept;
  const put = async (rule: Rule, enabled: boolean): Promise<void> => {
    const saved = await wardrobe.rules.update(rule.id, { enabled, updatedAt: now() }).catch(() => null);
    if (saved === null) showToast(i18n.t('rules.saveFailed'));
    else if (enabled) wake();
  };
  const remove = async (rule: Rule): Promise<void> => {
    await wardrobe.rules.delete(rule.id);
    showToast(i18n.t('rules.removed', [rule.name]), () => void wardrobe.rules.put(rule));
  };
  return (
    <Card title={i18n.t('rules.list')}>
      <ul class="grid grid-cols-1 divide-y divide-line">
        {rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            onSwitch={(on) => (on ? setAsking(rule) : void put(rule, false))}
            onEdit={() => onEdit(rule)}
            onRemove={() => void remove(rule)}
          />
        ))}
      </ul>
      {asking && (
        <SwitchOn
          {...{ parts }}
          rule={asking}
          onClose={() => setAsking(null)}
          onAgree={() => {
            setAsking(null);
            void put(asking, true);
          }}
        />
      )}
    </Card>
  );
}

type RowProps = { rule: Rule; onSwitch: (on: boolean) => void; onEdit: () => void; onRemove: () => void };

function RuleRow({ rule, onSwitch, onEdit, onRemove }: RowProps) {
  return (
    <li class="flex flex-wrap items-start gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0">
      <div class="grid min-w-0 flex-1 gap-1 max-sm:basis-full">
        <div class="flex flex-wrap items-center gap-2">
          <h3 class="font-semibold break-words">{rule.name}</h3>
          <Badge tone={rule.kind === 'relist' ? 'accent' : 'primary'}>
            {rule.kind === 'relist' ? i18n.t('rules.kind.relist') : i18n.t('rules.kind.drop')}
          </Badge>
        </div>
        <p class="text-sm">{ruleWords(rule)}</p>
        <p class="text-sm break-words text-ink-soft">{whichWords(rule.which, currencyIn(rule.account))}</p>
      </div>
      <div class="flex items-center gap-2 max-sm:w-full">
        <Switch
          label={
            <>
              {i18n.t('rules.on')}
              <span class="sr-only">{`: ${rule.name}`}</span>
            </>
          }
          on={rule.enabled}
          onChange={onSwitch}
        />
        <IconButton label={`${i18n.t('rules.edit')}: ${rule.name}`} class="max-sm:ml-auto" onClick={onEdit}>
          <Pencil aria-hidden="true" size={18} />
        </IconButton>
        <IconButton label={`${i18n.t('rules.remove')}: ${rule.name}`} onClick={onRemove}>
          <Trash2 aria-hidden="true" size={18} />
        </IconButton>
      </div>
    </li>
  );
}

type SwitchOnProps = { parts: PlanParts; rule: Rule; onClose: () => void; onAgree: () => void };

/** Said plainly before a rule acts: what it would do, and what Vinted thinks of it. */
function SwitchOn({ parts, rule, onClose, onAgree }: SwitchOnProps) {
  const [preview] = useState(() => previewOf(parts, rule));
  return (
    <Dialog
      open
      title={i18n.t('rules.switchTitle', [rule.name])}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
          <Button kind="primary" onClick={onAgree}>
            {i18n.t('rules.switchOn')}
          </Button>
        </>
      }
    >
      <div class="grid gap-3">
        <p class="font-semibold">{previewWords(preview)}</p>
        {rule.kind === 'relist' && <p>{i18n.t('rules.switchFavourites')}</p>}
        <p class="text-sm text-ink-soft">{i18n.t('rules.switchTerms')}</p>
      </div>
    </Dialog>
  );
}

import { Plus, Repeat } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { i18n } from '#i18n';
import type { Rule } from '../../../shared/rule.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/states.tsx';
import { PaceCard } from './pace-card.tsx';
import { PlanCard } from './plan-card.tsx';
import type { PlanParts } from './plan-shown.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';
import { RulesDeskProvider, useMembers, usePlanParts, type Members, type RulesDesk } from './rules-desk.tsx';
import { readUnsaved } from './unsaved.ts';

type ViewProps = { desk: RulesDesk; stopped: boolean; onWardrobe: () => void };

/** Rules of a member, what they will do, and when they may. */
export const AutomationView = ({ desk, ...rest }: ViewProps) => (
  <RulesDeskProvider value={desk}>
    <Members {...rest} />
  </RulesDeskProvider>
);

type Around = Omit<ViewProps, 'desk'>;

function Members({ stopped, onWardrobe }: Around) {
  const members = useMembers();
  const [wanted, setWanted] = useState<string | null>(null);
  if (members.is === 'loading') return <LoadingState />;
  if (members.is === 'failed') return <Unreadable error={members.error} />;
  const { keys } = members.value;
  const account = keys.find((key) => key === wanted) ?? keys[0];
  if (account === undefined) return <NoWardrobe onWardrobe={onWardrobe} />;
  return <OfMember key={account} {...{ account, stopped }} members={members.value} onMember={setWanted} />;
}

const Unreadable = ({ error }: { error: unknown }) => (
  <ErrorState title={i18n.t('rules.unreadable')}>{String(error)}</ErrorState>
);

const NoWardrobe = ({ onWardrobe }: Pick<Around, 'onWardrobe'>) => (
  <div class="grid grid-cols-1 gap-4">
    <PageHeader title={i18n.t('rules.title')} hint={i18n.t('rules.hint')} />
    <EmptyState
      icon={<Repeat aria-hidden="true" size={26} />}
      title={i18n.t('rules.noWardrobeTitle')}
      action={
        <Button kind="primary" onClick={onWardrobe}>
          {i18n.t('rules.toWardrobe')}
        </Button>
      }
    >
      {i18n.t('rules.noWardrobeWords')}
    </EmptyState>
  </div>
);

type MemberProps = { account: string; members: Members; stopped: boolean; onMember: (key: string) => void };

function OfMember({ account, members, stopped, onMember }: MemberProps) {
  const parts = usePlanParts(account);
  const [editing, setEditing] = useState<Editing | null>(() => leftOpen(account));
  if (parts.is === 'loading') return <LoadingState />;
  if (parts.is === 'failed') return <Unreadable error={parts.error} />;
  if (editing) {
    const rule = parts.value.kept.rules.find(({ id }) => id === editing.ruleId) ?? null;
    return (
      <RuleEditor {...{ account, rule }} kind={editing.kind} parts={parts.value} onDone={() => setEditing(null)} />
    );
  }
  const picker = <MemberSelect {...{ account, members, onMember }} />;
  return <Overview {...{ account, members, stopped, picker }} parts={parts.value} onEdit={setEditing} />;
}

/** `ruleId` null = a new one. */
type Editing = { kind: Rule['kind']; ruleId: string | null };

/** What was being typed when the page went away is opened again. */
function leftOpen(account: string): Editing | null {
  const left = readUnsaved(localStorage, account);
  return left && { kind: left.form.kind, ruleId: left.ruleId };
}

type OverviewProps = {
  account: string;
  members: Members;
  stopped: boolean;
  picker: ComponentChildren;
  parts: PlanParts;
  onEdit: (editing: Editing) => void;
};

function Overview({ account, members, stopped, picker, parts, onEdit }: OverviewProps) {
  const { rules } = parts.kept;
  const add = <AddButtons onAdd={(kind) => onEdit({ kind, ruleId: null })} first={rules.length === 0} />;
  return (
    <div class="grid grid-cols-1 gap-5">
      <PageHeader
        title={i18n.t('rules.title')}
        hint={i18n.t('rules.hint')}
        actions={
          <>
            {picker}
            {rules.length > 0 && add}
          </>
        }
      />
      {rules.length === 0 ? (
        <EmptyState icon={<Repeat aria-hidden="true" size={26} />} title={i18n.t('rules.emptyTitle')} action={add}>
          {i18n.t('rules.emptyWords')}
        </EmptyState>
      ) : (
        <RuleList parts={parts} onEdit={({ id, kind }) => onEdit({ kind, ruleId: id })} />
      )}
      {rules.length > 0 && <PlanCard {...{ account, members, stopped, parts }} />}
      <PaceCard key={account} pace={parts.acted.pace} />
    </div>
  );
}

const AddButtons = ({ onAdd, first }: { onAdd: (kind: Rule['kind']) => void; first: boolean }) => (
  <div class="flex flex-wrap justify-center gap-2">
    {(['price-drop', 'relist'] as const).map((kind) => (
      <Button
        key={kind}
        kind={first && kind === 'price-drop' ? 'primary' : 'secondary'}
        icon={<Plus aria-hidden="true" size={18} />}
        onClick={() => onAdd(kind)}
      >
        {kind === 'relist' ? i18n.t('rules.newRelist') : i18n.t('rules.newDrop')}
      </Button>
    ))}
  </div>
);

function MemberSelect({ account, members, onMember }: Pick<MemberProps, 'account' | 'members' | 'onMember'>) {
  const { accounts, keys } = members;
  if (keys.length < 2) return null;
  const nameOf = (key: string): string => accounts.find((one) => one.key === key)?.login || key;
  return (
    <Select
      aria-label={i18n.t('rules.member')}
      value={account}
      options={keys.map((value) => ({ value, label: nameOf(value) }))}
      onChoose={onMember}
      class="w-auto!"
    />
  );
}

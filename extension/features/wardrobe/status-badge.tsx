import type { ComponentProps } from 'preact';

import type { ListingStatus } from '../../../shared/listing.ts';
import { Badge } from '../../ui/badge.tsx';
import { statusWords } from './wardrobe-words.ts';

const tones: Record<ListingStatus, NonNullable<ComponentProps<typeof Badge>['tone']>> = {
  active: 'success',
  hidden: 'neutral',
  reserved: 'accent',
  'under-review': 'warning',
  draft: 'primary',
  sold: 'primary',
  closed: 'neutral',
  gone: 'danger',
};

/** One word for where a listing stands. */
export const StatusBadge = ({ status }: { status: ListingStatus }) => (
  <Badge tone={tones[status]}>{statusWords[status]()}</Badge>
);

import type { BackendCheck } from './check-backend.ts';
import type { Settings } from '../../db/settings.ts';

export type StorageFacts = { kept: boolean; used: number; room: number };

/** What the settings page may do; the entry point gives it the real browser. */
export type SettingsDesk = {
  save(change: Partial<Settings>): Promise<void>;
  defaultBackend: string;
  /** Straight from the click: the browser asks the seller for the host. */
  tryBackend(text: string): Promise<BackendCheck>;
  storage(): Promise<StorageFacts>;
  /** Asks the browser never to clear what is kept here. */
  keepStorage(): Promise<StorageFacts>;
};

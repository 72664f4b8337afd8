/** The look the seller chose in the settings, also in the panel. Reads the one value: no schema in somebody else's page. */
type Stored = { settings?: unknown };
export interface ThemeStorage {
  get(key: 'settings'): Promise<Stored>;
  onChanged: {
    addListener(listener: (changes: object) => void): void;
    removeListener(listener: (changes: object) => void): void;
  };
}

/** Keeps `host` in the chosen look until `signal` aborts; anything unknown follows the system. */
export function keepTheme(host: HTMLElement, storage: ThemeStorage, signal: AbortSignal): void {
  const apply = async (): Promise<void> => {
    const theme = themeIn((await storage.get('settings').catch((): Stored => ({}))).settings);
    if (theme === null) delete host.dataset['theme'];
    else host.dataset['theme'] = theme;
  };
  const listener = (changes: object): void => {
    if ('settings' in changes) void apply();
  };
  void apply();
  storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => storage.onChanged.removeListener(listener), { once: true });
}

function themeIn(settings: unknown): 'light' | 'dark' | null {
  const theme = typeof settings === 'object' && settings !== null && 'theme' in settings ? settings.theme : null;
  return theme === 'light' || theme === 'dark' ? theme : null;
}

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Without a browser there is no `browser.i18n`: tests read the English words straight from the locale file. */
const alias = { '#i18n': here('extension/e2e/i18n-in-tests.ts') };
const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        oxc,
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'extension/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['extension/e2e/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'backend',
          include: ['backend/**/*.test.ts'],
          globalSetup: ['backend/testing/shared-databases.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['extension/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

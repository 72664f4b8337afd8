import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'wxt';

import { markets } from './extension/vinted/markets.ts';

/** Where the extension looks for its backend until the seller names another (settings). */
const backendUrl = process.env.VINTEDBOT_BACKEND ?? 'http://127.0.0.1:8787';

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: 'dist',
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    minimum_chrome_version: '148',
    // Blobs travel between worker and pages as they are (Chrome 148+; Firefox always does).
    ...(browser === 'chrome' ? { message_serialization: 'structured_clone' } : {}),
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'tabs', 'notifications'],
    host_permissions: [
      ...markets.map((market) => `https://${market.host}/*`),
      'https://*.vinted.net/*',
      'http://127.0.0.1/*',
    ],
    optional_host_permissions: ['https://*/*', 'http://localhost/*'],
    commands: {
      'stop-everything': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_stop__',
      },
    },
    browser_specific_settings: {
      gecko: {
        id: 'vintedbot@vintedbot.app',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data: https://images1.vinted.net; " +
        "font-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
    },
  }),
  vite: () => ({
    plugins: [tailwindcss()],
    // The browsers of the manifest know `light-dark()`: no fallbacks, which a shadow root would not follow.
    build: { cssTarget: ['chrome148', 'firefox140'] },
    define: { __BACKEND_URL__: JSON.stringify(backendUrl) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
});

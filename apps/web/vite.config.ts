import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import vuetify from 'vite-plugin-vuetify';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { pageGroups } from './dev/page-groups';
import { version } from './package.json';

const api = {
  target: process.env.API_URL ?? 'http://127.0.0.1:3000',
  // One URL serves both: a navigation gets the page, anything else the API's JSON.
  bypass: (req: { headers: { accept?: string }; url?: string }) =>
    req.headers.accept?.includes('text/html') && !/\.(csv|xlsx)(\?|$)/.test(req.url ?? '')
      ? '/index.html'
      : undefined,
};

const classTransformerStub = fileURLToPath(new URL('./dev/class-transformer-stub.ts', import.meta.url));

export default defineConfig(({ command }) => ({
  plugins: [vue(), vuetify({ autoImport: true })],
  resolve: {
    conditions: ['source', ...defaultClientConditions],
    alias: command === 'serve' ? [{ find: 'class-transformer', replacement: classTransformerStub }] : [],
  },
  define: {
    __VERSION__: JSON.stringify(version),
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    // See src/i18n/compile-message.ts.
    __INTLIFY_DROP_MESSAGE_COMPILER__: true,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/auth': api, '/admin': api, '/health': api, '/docs': api, '/openapi.json': api },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // All icons are constants of one module; written where they are used, the login page does not load the others'.
    rolldownOptions: {
      optimization: { inlineConst: { mode: 'all', pass: 1 } },
      output: {
        codeSplitting: {
          // A file of these holds all that it needs itself, or has it from those before.
          includeDependenciesRecursively: false,
          groups: [{ name: pageGroups(), minShareCount: 2 }],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.spec.ts'],
    css: false,
    // A document and all of Vuetify made anew for each file take twenty times as long as the tests; each mounts an application of its own.
    isolate: false,
    setupFiles: ['dev/unmount-each.ts'],
    restoreMocks: true,
    server: { deps: { inline: ['vuetify'] } },
  },
}));

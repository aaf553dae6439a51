import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Refuses imports that match, with the reason. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(([group, message]) => ({ group, message })) }],
});

const FRAMEWORKS = ['@nestjs/*', 'typeorm', 'bull', 'express', 'vue', 'vue-*', 'vuetify', '@tanstack/*'];
const WEB = 'apps/web/src';
/** The rooms of the API from the top floor down: each imports only from those behind it. */
const FLOORS = [
  ...[
    'dashboard',
    'perhatian',
    'health',
    'sync-pembayaran',
    'impor',
    'siswa',
    'hitungan',
    'pembayaran',
    'umpan',
  ],
  ...[
    'koneksi',
    'sisda',
    'surel',
    'webhook',
    'auth',
    'audit',
    'export',
    'openapi',
    'pages',
    'metrics',
    'logging',
    'redis',
    'common',
    'database',
    'config',
  ],
];
const APPS_APART = [
  ['**/web/src/**', '@bantubayar/web', '@bantubayar/simulator', '@bantubayar/api'],
  'apps do not import each other',
];
const API_BY_HTTP = [
  ['**/api/src/**', '**/simulator/src/**', '@bantubayar/api', '@bantubayar/simulator'],
  'the page knows the API by HTTP only',
];
const FEATURES = readdirSync(new URL(`${WEB}/features`, import.meta.url));
/** The rooms of the page, and what stands above them. */
const ROOMS = [
  {
    rooms: ['core'],
    above: ['run', 'roster', 'lembaga', 'tagihan', 'perhatian', 'session', 'shell', 'features'],
  },
  { rooms: ['run', 'roster', 'lembaga', 'tagihan', 'perhatian', 'session'], above: ['shell', 'features'] },
];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.data/', 'coverage/', 'libs/client/src/openapi.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  prettier,
  {
    languageOptions: { globals: globals.node },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
    },
  },
  {
    // Nest reads constructor parameter types at run time, so these imports must stay values.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/valid-v-slot': ['error', { allowModifiers: true }],
    },
  },
  {
    files: ['libs/shared/**/*.ts'],
    rules: forbid(
      [FRAMEWORKS, 'libs/shared is a leaf: no framework in it'],
      [['**/apps/**', '@bantubayar/*'], 'libs/shared is a leaf: it imports nothing of ours'],
    ),
  },
  {
    files: ['apps/web/**/*.{ts,vue}'],
    rules: forbid(API_BY_HTTP),
  },
  ...ROOMS.map(({ rooms, above }) => ({
    files: rooms.map((room) => `${WEB}/${room}/**/*.{ts,vue}`),
    rules: forbid(API_BY_HTTP, [
      above.map((room) => `**/${room}/**`),
      `${above.join(', ')} stand above this room`,
    ]),
  })),
  ...FEATURES.map((feature) => ({
    files: [`${WEB}/features/${feature}/**/*.{ts,vue}`],
    rules: forbid(API_BY_HTTP, [
      FEATURES.filter((other) => other !== feature).flatMap((other) => [
        `**/${other}/*`,
        `**/features/${other}/**`,
      ]),
      'features do not import each other; what they share goes to run, lembaga or core',
    ]),
  })),
  {
    files: ['apps/api/**/*.ts', 'apps/simulator/**/*.ts'],
    rules: forbid(APPS_APART),
  },
  ...FLOORS.slice(1).map((floor, n) => ({
    files: [`apps/api/src/${floor}/**/*.ts`],
    rules: forbid(APPS_APART, [
      FLOORS.slice(0, n + 1).flatMap((above) => [
        `../${above}/**`,
        `../../${above}/**`,
        `../../../${above}/**`,
      ]),
      `${floor} stands below ${FLOORS.slice(0, n + 1).join(', ')}`,
    ]),
  })),
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/config/env.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config/env.ts is the one reader of the environment' },
      ],
    },
  },
  { files: ['**/*.spec.ts', '**/test/**', 'e2e/**'], languageOptions: { globals: globals.jest } },
);

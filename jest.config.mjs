/** Unit tests beside the code, and those that need the real database and queue (DATABASE_URL, REDIS_URL). */

/** @type {import('jest').Config} */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

export const project = (name, rootDir, more = {}) => ({ ...base, displayName: name, rootDir, ...more });

export default {
  projects: [
    project('shared', 'libs/shared'),
    project('api', 'apps/api', {
      setupFiles: ['<rootDir>/test/setup-env.ts', '<rootDir>/test/setup-logger.ts'],
    }),
    project('simulator', 'apps/simulator'),
    project('tools', 'tools'),
  ],
  // Some start programs or make databases, which takes longer on a machine that has much else to do.
  testTimeout: 60_000,
};

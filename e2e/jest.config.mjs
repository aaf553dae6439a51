import { project } from '../jest.config.mjs';

const BROWSER_SPEC = '\\.browser\\.spec\\.ts$';

/**
 * Over HTTP and in the browser, on the built processes, each file with a whole stack of its own. Two at a time: one in a
 * browser and one that waits much are as much as two cores bear.
 */
export default {
  ...project('e2e', '.'),
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.CHROMIUM_PATH ? [] : [BROWSER_SPEC])],
  testSequencer: '<rootDir>/support/order.mjs',
  maxWorkers: 2,
  testTimeout: 120_000,
};

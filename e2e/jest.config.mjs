import { project } from '../jest.config.mjs';

const BROWSER_SPEC = '\\.browser\\.spec\\.ts$';

/**
 * Over HTTP and in the browser, on the built processes, each file with a whole stack of its own. Three at a time also where
 * there are two cores: they wait much, for the product's clocks and for each other.
 */
export default {
  ...project('e2e', '.'),
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.CHROMIUM_PATH ? [] : [BROWSER_SPEC])],
  testSequencer: '<rootDir>/support/order.mjs',
  maxWorkers: 3,
  testTimeout: 120_000,
};

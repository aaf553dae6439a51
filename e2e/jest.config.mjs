import { project } from '../jest.config.mjs';

const BROWSER_SPEC = '\\.browser\\.spec\\.ts$';

/** Over HTTP and in the browser, on the built processes; two files at a time, each with a whole stack of its own. */
export default {
  ...project('e2e', '.'),
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.CHROMIUM_PATH ? [] : [BROWSER_SPEC])],
  maxWorkers: 2,
  testTimeout: 60_000,
};

import { project } from '../jest.config.mjs';

/** Over HTTP and in the browser, on the built processes; two files at a time, each with a whole stack of its own. */
export default {
  ...project('e2e', '.'),
  maxWorkers: 2,
  testTimeout: 60_000,
};

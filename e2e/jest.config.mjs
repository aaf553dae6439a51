import { project } from '../jest.config.mjs';

/** Over HTTP and in the browser, on the built processes; one file at a time, since each runs a whole stack. */
export default {
  ...project('e2e', '.'),
  maxWorkers: 1,
  testTimeout: 60_000,
};

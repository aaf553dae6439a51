import { playShort } from './short-form';

describe('whatever dies, everybody is counted exactly once', () => {
  playShort(['workers', 'api', 'redis', 'database', 'flush', 'deploy', 'starts', 'cancel']);
});

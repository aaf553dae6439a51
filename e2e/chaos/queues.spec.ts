import { playShort } from './short-form';

describe('with a queue of several servers, whatever dies, everybody is counted exactly once', () => {
  playShort(['sentinel', 'sentinel-frozen', 'redis-cluster']);
});

/** Loaded before a process of the product: tells, when it is asked, how much of its heap lives once all garbage is collected. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

process.on('message', ({ type }) => {
  if (type !== 'heap') return;
  collect();
  process.send?.({ type, bytes: process.memoryUsage().heapUsed });
});

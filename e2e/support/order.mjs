import Sequencer from '@jest/test-sequencer';

const IN_BROWSER = /\.browser\.spec\.ts$/;
/** They take a minute or more, though jest takes them for short by their size. */
const LONG = /\/(chaos|queues|exports|pace|trouble)\.spec\.ts$/;

/**
 * Files in a browser keep the machine busy, most others wait for clocks of the product: they begin in turn, so that the ones
 * use what the others leave. No long one begins when all others have ended.
 */
export default class Order extends Sequencer {
  /** @param {Parameters<Sequencer['sort']>[0]} tests @override */
  sort(tests) {
    const isLong = (/** @type {{ path: string }} */ { path }) => LONG.test(path);
    const sorted = super.sort(tests).sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
    const inBrowser = sorted.filter(({ path }) => IN_BROWSER.test(path));
    const others = sorted.filter(({ path }) => !IN_BROWSER.test(path));
    return sorted.flatMap((_, turn) => [others[turn], inBrowser[turn]]).filter((test) => test !== undefined);
  }
}

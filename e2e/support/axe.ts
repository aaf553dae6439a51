import { readFileSync } from 'node:fs';
import type { run } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What hinders people on this page, one line each: the rule, where, and why. The page must have been opened with bypassCSP. */
export async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // What is dimmed until an answer comes, or still fading in, has no contrast yet.
  await page.waitForFunction(
    () =>
      !document.querySelector('.outdated') &&
      document
        .getAnimations()
        .every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
  );
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: typeof run } }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

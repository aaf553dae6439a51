import { readFileSync } from 'node:fs';
import type { run } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** How the pages are looked at; bypassCSP lets axe's own script in. */
export const LOOKS = [
  { name: 'light, laptop', width: 1366, height: 768, dark: false, bypassCSP: true },
  { name: 'dark, phone', width: 390, height: 844, dark: true, bypassCSP: true },
];

/** What hinders people on this page, one line each: the rule, where, and why. The page must have been opened with one of the looks. */
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

/** Looks at a page in one state after another; `found` tells by state what hinders people. */
export function watchHindrances(page: Page) {
  const found: Record<string, string[]> = {};
  async function check(state: string): Promise<void> {
    const problems = await hindrances(page);
    if (problems.length > 0) found[state] = problems;
  }
  return { found, check };
}

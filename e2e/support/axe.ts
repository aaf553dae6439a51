import { readFileSync } from 'node:fs';
import type { run } from 'axe-core';
import type { Page } from 'playwright-core';
import { atRest } from './browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const LAPTOP = { width: 1366, height: 768, dark: false };
const PHONE = { width: 390, height: 844, dark: true };
/** How a page is opened that is to be looked at; bypassCSP lets axe's own script in. */
export const LOOKED_AT = { ...LAPTOP, bypassCSP: true };

/**
 * Looks at a page in one state after another, in light on a laptop and, unless it has no such state there, in the dark on a phone; `found`
 * tells by state what hinders people. The page must have been opened with LOOKED_AT.
 */
export function watchHindrances(page: Page) {
  const found: Record<string, string[]> = {};
  async function check(state: string, { onPhone = true } = {}): Promise<void> {
    for (const look of onPhone ? [LAPTOP, PHONE] : [LAPTOP]) {
      await show(page, look);
      const problems = await hindrances(page);
      if (problems.length > 0) found[`${state}, ${look.width} wide`] = problems;
    }
    await show(page, LAPTOP);
  }
  return { found, check };
}

async function show(page: Page, { width, height, dark }: typeof LAPTOP): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.waitForFunction(
    (other) => !document.querySelector(other),
    `.v-theme--${dark ? 'light' : 'dark'}`,
  );
}

/** One line each: the rule, where, and why. */
async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  // What is dimmed until an answer comes, or still fading in, has no contrast yet.
  await atRest(page);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: typeof run } }).axe.run(document, {
      resultTypes: ['violations'],
      // Of WCAG 2.2, which axe leaves out unless it is told; it takes what lies behind a dialog for what covers it.
      rules: { 'target-size': { enabled: !document.querySelector('[aria-modal="true"]') } },
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

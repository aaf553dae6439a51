import type { Page } from 'playwright-core';

interface Watched {
  watched: { shift: number; longest: number };
}

/** Adds up what jumps on the page from now on, and notes its longest task; runs in the page. */
export function watchShifts(): void {
  const watched = ((globalThis as unknown as Watched).watched = { shift: 0, longest: 0 });
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type });
  watch('layout-shift', (entry) => (watched.shift += (entry as PerformanceEntry & { value: number }).value));
  watch('longtask', ({ duration }) => (watched.longest = Math.max(watched.longest, duration)));
}

/** `shift` as Chromium's layout shifts added up, `longest` in ms. */
export const shiftsOf = (page: Page) => page.evaluate(() => (globalThis as unknown as Watched).watched);

/** What came over the wire for what is open: files of JavaScript, and their bytes. */
export const scriptsOf = (page: Page) =>
  page.evaluate(() => {
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(
      ({ name }) => name.endsWith('.js'),
    );
    return {
      files: scripts.length,
      bytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    };
  });

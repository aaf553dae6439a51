import type { Browser, BrowserContext, Page } from 'playwright-core';
import { closeAndForget, type Look, openBrowser, openContext, openPage } from './browser';
import { Stack } from './stack';

/** Of the specs that `inBrowser` stands above. */
export let stack: Stack;
/** Of a fresh visitor, one in each spec. */
export let page: Page;
/** What the consoles of this spec's visitors complain about. */
export const complaints: string[] = [];

let browser: Browser;
/** Who visits in this spec, and how they look at it. */
const visits: { page: Page; look: string }[] = [];
/** Places of former visitors, by look: pages whose files they know come sooner. */
const places = new Map<string, BrowserContext[]>();

/** The page of another visitor, until the spec ends. */
export async function visit(look?: Look): Promise<Page> {
  const key = JSON.stringify(look);
  const place = places.get(key)?.pop() ?? (await openContext(browser, stack.url, look));
  const page = await openPage(place, complaints);
  visits.push({ page, look: key });
  return page;
}

async function leave({ page, look }: (typeof visits)[number]): Promise<void> {
  await closeAndForget(page, stack.url);
  places.set(look, [...(places.get(look) ?? []), page.context()]);
}

/** Runs the product and a browser for the specs of a `describe`; complaints fail them, but for the expected ones. */
export function inBrowser(name: string, options: Parameters<typeof Stack.start>[1], expected?: RegExp): void {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([Stack.start(name, options), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });
  beforeEach(async () => {
    page = await visit();
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map(leave));
    expect(complaints.splice(0).filter((each) => !expected?.test(each))).toEqual([]);
  });
}

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
/** Of one visitor after the other: pages whose files it knows come sooner. */
let home: BrowserContext;
const visits: BrowserContext[] = [];

/** The page of another visitor, until the spec ends. */
export async function visit(look?: Look): Promise<Page> {
  const context = await openContext(browser, stack.url, look);
  visits.push(context);
  return openPage(context, complaints);
}

/** Runs the product and a browser for the specs of a `describe`; complaints fail them, but for the expected ones. */
export function inBrowser(name: string, options: Parameters<typeof Stack.start>[1], expected?: RegExp): void {
  beforeAll(async () => {
    [stack, browser] = await Promise.all([Stack.start(name, options), openBrowser()]);
    home = await openContext(browser, stack.url);
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });
  beforeEach(async () => {
    page = await openPage(home, complaints);
  });
  afterEach(async () => {
    await closeAndForget(page, stack.url);
    for (const context of visits.splice(0)) await context.close();
    expect(complaints.splice(0).filter((each) => !expected?.test(each))).toEqual([]);
  });
}

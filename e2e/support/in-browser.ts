import type { Browser, Page } from 'playwright-core';
import { type Look, openBrowser, openPage } from './browser';
import { Stack } from './stack';

type Visit = Awaited<ReturnType<typeof openPage>>;

/** Of the specs that `inBrowser` stands above. */
export let stack: Stack;
/** Of a fresh visitor, one in each spec. */
export let page: Page;
/** What the consoles of this spec's visitors complain about. */
export const complaints: string[] = [];

let browser: Browser;
const visits: Visit[] = [];

/** The page of another visitor, until the spec ends. */
export async function visit(look?: Look): Promise<Page> {
  const opened = await openPage(browser, stack.url, complaints, look);
  visits.push(opened);
  return opened.page;
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
    for (const { close } of visits.splice(0)) await close();
    expect(complaints.splice(0).filter((each) => !expected?.test(each))).toEqual([]);
  });
}

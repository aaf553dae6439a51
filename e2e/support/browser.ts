import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { eventually } from './eventually';
import { ADMIN } from './stack';

/** What a page under test never shows: a window's address bar with its pop-ups, which are pages too, and a process in reserve. */
const UNSEEN = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];
/** Playwright's own, which do not count any more as soon as there are others. */
const PLAYWRIGHTS = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** A headless Chromium: the one on this machine. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--disable-features=${[...UNSEEN, ...PLAYWRIGHTS]}`,
    ],
  });
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  /** Only for tools of a test that bring their own script. */
  bypassCSP?: boolean;
}

/** A visitor, who has seen nothing of the product yet. */
export function openContext(
  browser: Browser,
  url: string,
  { width = 1366, height = 768, dark = false, bypassCSP = false }: Look = {},
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'id-ID',
    // A click that meets a menu still growing may land beside what it aimed at.
    reducedMotion: 'reduce',
    bypassCSP,
  });
}

/** A visitor's page; whatever the console complains about is added to `complaints`. */
export async function openPage(context: BrowserContext, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return page;
}

/** Closes a visitor's page; the next one knows nothing of it, but for the files that the browser keeps. */
export async function closeAndForget(page: Page, url: string): Promise<void> {
  // What it still asks for would be refused once it is forgotten who asks.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  const storageTypes = 'cookies,local_storage,session_storage,indexeddb';
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
  await page.context().clearCookies();
  await page.close();
}

export async function login(page: Page, { email, password } = ADMIN): Promise<void> {
  await page.getByTestId('login-email').locator('input').fill(email);
  await page.getByTestId('login-password').locator('input').fill(password);
  await page.getByTestId('login-submit').click();
  await page.waitForURL(({ pathname }) => pathname !== '/login');
}

/** Opens a page of the product for somebody who has signed in already. */
export async function openAt(page: Page, path: string, who: typeof ADMIN = ADMIN): Promise<void> {
  await page.request.post('/auth/login', { data: who, failOnStatusCode: true });
  await page.goto(path);
}

/** Makes a webhook in the settings. */
export async function makeWebhook(page: Page, url: string): Promise<void> {
  await page.goto('/admin/pengaturan?tab=webhook');
  await page.getByTestId('create-webhook').click();
  await page.getByTestId('webhook-url').locator('input').fill(url);
  await page.getByTestId('webhook-submit').click();
  await page.getByTestId('secret').waitFor();
}

/** Nothing waits for an answer or moves any more. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.outdated') &&
      document
        .getAnimations()
        .every((each) => each.playState !== 'running' || each.effect?.getTiming().iterations === Infinity),
  );
}

export async function textOf(page: Page, testid: string): Promise<string> {
  return (await page.getByTestId(testid).innerText()).trim();
}

export async function waitForText(page: Page, testid: string, pattern: RegExp): Promise<void> {
  await eventually(async () => (pattern.test(await textOf(page, testid)) ? true : null), 20_000);
}

export async function waitForCount(elements: Locator, count: number): Promise<void> {
  await eventually(async () => ((await elements.count()) === count ? true : null), 20_000);
}

import { login } from '../support/browser';
import { inBrowser, page, stack, visit } from '../support/in-browser';

describe('the page of the OpenAPI document', () => {
  inBrowser('docs_browser', { students: 3, workers: 0 });

  const operation = (id: string) => page.locator(`[id$="-${id}"]`);

  it('asks nobody outside, has a policy that lets it ask nobody, and finds operations by words, name and address', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/docs');
    await operation('startSync').locator('.opblock-summary-control').click();
    await page.getByText('Request body').first().waitFor();
    expect(asked.map((url) => new URL(url).origin)).toEqual(asked.map(() => new URL(stack.url).origin));
    const answer = await page.request.get('/docs');
    expect(answer.headers()['content-security-policy']).toMatch(/default-src 'self'.*connect-src 'self'/);
    const filter = page.locator('.operation-filter-input');
    for (const words of ['off the queue', 'takebackrun', 'runs take-back']) {
      await filter.fill(words);
      await operation('takeBackRun').waitFor();
      await operation('startSync').waitFor({ state: 'detached' });
    }
  });

  it('lets who is signed in try a call', async () => {
    await page.goto('/login');
    await login(page);
    await page.goto('/docs#/auth/getMe');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table').getByText('admin@sekolah.test').first().waitFor();
  });

  it('fits a phone', async () => {
    const phone = await visit({ width: 390, height: 844 });
    await phone.goto('/docs');
    await phone.locator('.opblock').first().waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

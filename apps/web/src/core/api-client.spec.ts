import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, setSessionHandlers } from './api-client';

function answer(status: number, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetched = vi.fn<typeof fetch>(async () => new Response(text, { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('api', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('asks for JSON and leaves empty parameters out', async () => {
    const fetched = answer(200, { ok: true });
    await expect(api.get('/x', { query: { a: 1, b: undefined, c: '', d: 'a b' } })).resolves.toEqual({
      ok: true,
    });
    expect(fetched.mock.calls[0]![0]).toBe('/x?a=1&d=a+b');
    expect(fetched.mock.calls[0]![1]!.headers).toEqual({ Accept: 'application/json' });
  });

  it('throws what the API refused', async () => {
    answer(409, { statusCode: 409, code: 'sync_already_running', message: 'Sudah', details: { run: 1 } });
    await expect(api.post('/x')).rejects.toMatchObject({
      status: 409,
      code: 'sync_already_running',
      details: { run: 1 },
    });
  });

  it('understands a proxy that answers with a page', async () => {
    answer(502, '<html>Bad Gateway</html>');
    await expect(api.get('/x')).rejects.toMatchObject({ status: 502, code: 'service_unavailable' });
  });

  it('tells apart no answer at all', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    await expect(api.get('/x')).rejects.toMatchObject({ code: 'network' });
  });

  it('ends the session on 401, but not where nobody is signed in yet', async () => {
    const expired = vi.fn();
    setSessionHandlers({ expired, forbidden: vi.fn() });
    answer(401, { statusCode: 401, code: 'unauthenticated', message: '' });
    await api.get('/auth/me', { anonymous: true }).catch(() => {});
    expect(expired).not.toHaveBeenCalled();
    await api.get('/admin/siswa').catch(() => {});
    expect(expired).toHaveBeenCalledOnce();
  });

  it('has who is signed in looked up anew on 403', async () => {
    const forbidden = vi.fn();
    setSessionHandlers({ expired: vi.fn(), forbidden });
    answer(403, { statusCode: 403, code: 'forbidden', message: '' });
    await expect(api.post('/x')).rejects.toMatchObject({ status: 403 });
    expect(forbidden).toHaveBeenCalledOnce();
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../core/api-error';
import { session } from './session';
import { sessionApi } from './session.api';

const COOKIE = 'bantubayar_signed_in=1';
const user = { id: '1', nama: 'Admin' } as Awaited<ReturnType<typeof sessionApi.me>>;

describe('session', () => {
  beforeEach(() => session.forget());

  it('does not ask who is signed in where nobody is', async () => {
    const me = vi.spyOn(sessionApi, 'me');
    expect(await session.load()).toBeNull();
    expect(me).not.toHaveBeenCalled();
  });

  it('asks once about a session that another tab or program has begun', async () => {
    const me = vi.spyOn(sessionApi, 'me').mockResolvedValue(user);
    document.cookie = COOKIE;
    expect(await session.load()).toEqual(user);
    await session.load();
    expect(me).toHaveBeenCalledTimes(1);
  });

  it('asks anew where it is told to, and not at all where nobody is signed in any more', async () => {
    const me = vi
      .spyOn(sessionApi, 'me')
      .mockResolvedValueOnce(user)
      .mockResolvedValue({ ...user, id: '2' });
    document.cookie = COOKIE;
    await session.load();
    expect(await session.reload()).toMatchObject({ id: '2' });
    document.cookie = `${COOKIE}; Max-Age=0`;
    expect(await session.reload()).toBeNull();
    expect(me).toHaveBeenCalledTimes(2);
  });

  it('takes the cookie of an ended session away', async () => {
    vi.spyOn(sessionApi, 'me').mockRejectedValue(new ApiError(401, 'unauthenticated', ''));
    document.cookie = COOKIE;
    expect(await session.load()).toBeNull();
    expect(document.cookie).not.toContain(COOKIE);
  });
});

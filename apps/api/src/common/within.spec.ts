import { within } from './within';

describe('a limit to waiting', () => {
  it('is not noticed by what is in time', async () => {
    await expect(within(1_000, Promise.resolve('ada'), null)).resolves.toBe('ada');
    await expect(within(1_000, Promise.reject(new Error('gagal')), null)).rejects.toThrow('gagal');
  });

  it('answers in the place of what is not, and swallows its later failure', async () => {
    let fail = (_: Error) => {};
    const late = new Promise<string>((_, reject) => {
      fail = reject;
    });
    await expect(within(1, late, null)).resolves.toBeNull();
    fail(new Error('terlambat'));
    await expect(late).rejects.toThrow();
  });
});

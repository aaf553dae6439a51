import { Inquiry } from './inquiry';

describe('an inquiry', () => {
  it('is asked once, however many want to know, and given up by those who wait too long', async () => {
    let asked = 0;
    let settle = (_value: string) => {};
    const inquiry = new Inquiry(() => {
      asked += 1;
      return new Promise<string>((resolve) => (settle = resolve));
    });
    const begun = performance.now();
    const answers = await Promise.all([inquiry.answer(20), inquiry.answer(20), inquiry.answer(20)]);
    expect(answers).toEqual(Array(3).fill({ trouble: 'no answer within 20 ms' }));
    expect(performance.now() - begun).toBeLessThan(1_000);
    const late = inquiry.answer(10_000);
    settle('here');
    expect(await late).toEqual({ value: 'here' });
    expect(asked).toBe(1);
    const next = inquiry.answer(10_000);
    settle('again');
    expect(await next).toEqual({ value: 'again' });
    expect(asked).toBe(2);
  });

  it('tells what is wrong', async () => {
    const inquiry = new Inquiry(() => Promise.reject(new Error('refused')));
    expect(await inquiry.answer(1_000)).toEqual({ trouble: 'refused' });
  });
});

import { hashPassword, passwordFits } from './password';

describe('passwords', () => {
  it('fit their own hash and no other', async () => {
    const hash = await hashPassword('rahasia');
    expect(await passwordFits('rahasia', hash)).toBe(true);
    expect(await passwordFits('Rahasia', hash)).toBe(false);
    expect(await passwordFits('rahasia', await hashPassword('lain'))).toBe(false);
  });

  it('never fit nobody', async () => {
    expect(await passwordFits('', undefined)).toBe(false);
  });

  it('are salted', async () => {
    expect(await hashPassword('sama')).not.toBe(await hashPassword('sama'));
  });
});

import { seal, unseal } from './secret-box';

const KEY = Buffer.alloc(32, 1);
const SECRET = 'sesi=rahasia; ä';

describe('a sealed secret', () => {
  it('opens with its key under its name, and looks different each time', () => {
    const box = seal(KEY, 'koneksi.token', SECRET);
    expect(unseal(KEY, 'koneksi.token', box)).toBe(SECRET);
    expect(seal(KEY, 'koneksi.token', SECRET).equals(box)).toBe(false);
    expect(box.includes(Buffer.from('rahasia'))).toBe(false);
  });

  it('does not open with another key, under another name, changed, or cut', () => {
    const box = seal(KEY, 'koneksi.token', SECRET);
    expect(unseal(Buffer.alloc(32, 2), 'koneksi.token', box)).toBeNull();
    expect(unseal(KEY, 'koneksi.cookie', box)).toBeNull();
    for (let at = 0; at < box.length; at++) {
      const changed = Buffer.from(box);
      changed[at]! ^= 1;
      expect(unseal(KEY, 'koneksi.token', changed)).toBeNull();
    }
    for (const length of [0, 1, 28, box.length - 1]) {
      expect(unseal(KEY, 'koneksi.token', box.subarray(0, length))).toBeNull();
    }
  });
});

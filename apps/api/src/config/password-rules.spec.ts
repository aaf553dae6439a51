import { canonicalEmail, passwordProblem } from './password-rules';

describe('a password that somebody chooses', () => {
  it.each([
    ['pendek', 'paling sedikit 10'],
    ['1234567890', 'terlalu umum'],
    ['Password123', 'terlalu umum'],
    ['siti.aminah@sekolah.test', 'e-mail'],
    ['Siti.Aminah', 'e-mail'],
    ['aaaaaaaaaaaa', 'mengulang'],
    ['ababababab', 'mengulang'],
  ])('%s is refused', (password, problem) => {
    expect(passwordProblem(password, 'siti.aminah@sekolah.test')).toEqual({
      id: expect.stringContaining(problem),
      en: expect.stringMatching(/^must /),
    });
  });

  it.each(['kata-sandi-uji', 'kuda nil berenang', 'пароль-сложный', '😀😁😂🤣😃😄😅😆😉😊'])(
    '%s is taken',
    (password) => {
      expect(passwordProblem(password, 'siti@sekolah.test')).toBeNull();
    },
  );
});

describe('an e-mail address', () => {
  it('has one form', () => {
    expect(canonicalEmail('  Siti@Sekolah.test ')).toBe('siti@sekolah.test');
    expect(canonicalEmail('e\u0301@sekolah.test')).toBe('é@sekolah.test');
    expect(canonicalEmail('ádmin@sekolah.test')).not.toBe('admin@sekolah.test');
  });
});

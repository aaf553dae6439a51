import { bodyOf, htmlOf, letterOf } from './letter';

const LETTER = {
  subject: 'Sinkronisasi malam: selesai, 2 gagal',
  text: 'Selesai.\nSiswa: 350\n\nYang perlu ditangani:\n- 2 gagal: https://b.id/runs/1?a=1&b=2\n- "<b>" & lain\n\nSalam',
};

describe('a letter', () => {
  it('comes out of what waits as it went in', () => {
    expect(letterOf(bodyOf(LETTER))).toEqual(LETTER);
  });

  it('becomes a page in which nothing but its links and lists is markup', () => {
    const html = htmlOf(LETTER);
    expect(html).toContain('<p>Selesai.<br>Siswa: 350</p><p>Yang perlu ditangani:</p><ul><li>2 gagal: ');
    expect(html).toContain(
      '<a href="https://b.id/runs/1?a=1&amp;b=2">https://b.id/runs/1?a=1&amp;b=2</a></li>',
    );
    expect(html).toContain('<li>&quot;&lt;b&gt;&quot; &amp; lain</li></ul><p>Salam</p>');
  });
});

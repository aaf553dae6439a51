import { detailsOf } from './audit-details';

describe('the details of an audit entry', () => {
  it('never tell a password', () => {
    expect(detailsOf({ nama: 'Siti', password: 'rahasia-sekali', current: 'lama' })).toEqual({
      nama: 'Siti',
      password: '…',
      current: '…',
    });
  });

  it('tell of credentials whether they were set or removed', () => {
    expect(detailsOf({ token: 'rahasia', cookie: '' })).toEqual({ token: '…', cookie: '' });
  });

  it('tell the length of a long list, wherever it is', () => {
    const idperson = Array.from({ length: 21 }, (_, n) => String(n + 1));
    expect(detailsOf({ scope: { idperson } })).toEqual({ scope: { idperson: { length: 21 } } });
    expect(detailsOf({ scope: { idperson: ['7'] } })).toEqual({ scope: { idperson: ['7'] } });
  });

  it('name what it was done to', () => {
    expect(detailsOf(undefined, 'Siti')).toEqual({ nama: 'Siti' });
  });

  it('are none where nothing was asked for', () => {
    for (const body of [undefined, null, {}, '']) expect(detailsOf(body)).toBeNull();
  });
});

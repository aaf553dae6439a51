import { DomainError, NotFoundError } from './domain-error';

describe('an error of the API', () => {
  it('has the details of its code; others do not compile', () => {
    expect(new DomainError(409, 'email_taken', 'sudah ada', { email: 'a@b.test' }).details).toEqual({
      email: 'a@b.test',
    });
    // @ts-expect-error the details of another code
    void new DomainError(409, 'email_taken', 'sudah ada', { status: 'running' });
    // @ts-expect-error no details where there must be some
    void new DomainError(429, 'too_many_attempts', 'nanti');
    // @ts-expect-error a code that there is not
    void new DomainError(400, 'something_else', 'apa');
  });

  it('needs no details where nothing is to be told', () => {
    expect(new DomainError(409, 'last_admin', 'harus ada').details).toEqual({});
    expect(new NotFoundError('tidak ada').details).toEqual({});
  });
});

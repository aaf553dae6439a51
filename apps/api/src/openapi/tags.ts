const TAGS = [
  {
    name: 'auth',
    at: /^\/auth\//,
    description: 'Signing in, people and their roles, tokens of integrators.',
  },
  { name: 'audit', at: /^\/admin\/audit/, description: 'Who did what.' },
  {
    name: 'koneksi',
    at: /^\/admin\/koneksi/,
    description: 'The connection to the payment service: its credentials, and whether it answers.',
  },
  {
    name: 'webhooks',
    at: /^\/admin\/webhooks/,
    description:
      'Where the product calls by itself when something happens, by the Standard Webhooks specification.',
  },
  {
    name: 'peringatan',
    at: /^\/admin\/peringatan/,
    description: 'Who is written e-mails about runs: how one ended, and at once when one stands.',
  },
  {
    name: 'sync-pembayaran',
    at: /^\/admin\/sync-pembayaran/,
    description:
      'Runs that fetch every student’s payments from the payment service: start, follow, pause, cancel, look back.',
  },
  {
    name: 'siswa',
    at: /^\/admin/,
    description: 'Students (siswa) with what they were billed, paid and owe; the roster; the dashboard.',
  },
  { name: 'health', at: /^/, description: 'For load balancers and Prometheus.' },
];

/** The tag under which an address stands. */
export const tagOf = (path: string) => TAGS.find(({ at }) => at.test(path))!.name;

export const tags = TAGS.map(({ name, description }) => ({ name, description }));

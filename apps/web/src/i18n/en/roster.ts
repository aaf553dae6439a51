export const roster = {
  title: 'First steps',
  checking: 'Looking for the first steps',
  done: 'done',
  first: 'Fetch the roster',
  firstText:
    'There are no students yet. Names, classes and dormitories come from the school’s payment server.',
  again: 'Try again',
  connection: 'Check the connection',
  empty:
    'The payment server knows no students yet: its roster is empty. Check whether the connection is to the right school.',
  second: 'Start the first synchronisation',
  secondLater: 'After that: every student’s bills and payments.',
  secondText: 'Fetches every student’s bills and payments. It runs by itself; you may close the page.',
  running: 'Under way: {processed} of {total} students.',
  watch: 'See how far it is',
  synced: 'Roster updated: {inserted} new, {updated} changed, {left} left, {total} in all.',
  askOperator: 'Ask an operator or an admin to do it.',
  askAdmin: 'Ask an admin to check the connection.',
};

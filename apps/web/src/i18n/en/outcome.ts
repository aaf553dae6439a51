export const outcome = {
  pending: 'Waiting',
  updated: 'Changed',
  unchanged: 'Unchanged',
  failed: 'Failed',
  needs_review: 'Needs review',
  left: 'Has left',
  not_run: 'Not run',
};

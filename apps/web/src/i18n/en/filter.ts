export const filter = {
  search: 'Search name, ID, class or phone',
  filters: 'Filters',
  filtersActive: 'Filters ({n})',
  more: 'More filters',
  moreActive: 'More filters ({n})',
  clear: 'Clear filters',
  noMatchTitle: 'No student matches',
  noMatchText: 'Change the search or clear the filters.',
};

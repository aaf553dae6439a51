/* global document, location, matchMedia, SwaggerUIBundle */

const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

/** Finds operations by address, name and words; what comes with it only knows tags. */
function opsFilter(taggedOps, phrase) {
  const words = phrase.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (operation) => {
    const of = (name) => operation.getIn(['operation', name]) ?? '';
    const text = [operation.get('path'), operation.get('method'), of('operationId'), of('summary')];
    return words.every((word) => text.join(' ').toLowerCase().includes(word));
  };
  return taggedOps
    .map((tag) => tag.set('operations', tag.get('operations').filter(fits)))
    .filter((tag) => tag.get('operations').size > 0);
}

SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  plugins: [{ fn: { opsFilter } }],
  filter: true,
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: -1,
  requestSnippetsEnabled: true,
  // Else it would ask a validator outside, wherever the address is not local.
  validatorUrl: null,
  onComplete: () => {
    document
      .querySelector('.operation-filter-input')
      ?.setAttribute('placeholder', 'Filter: path, name or words');
    if (location.hash) document.querySelector('.opblock.is-open')?.scrollIntoView();
  },
});

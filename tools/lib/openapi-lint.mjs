/** Lints the OpenAPI document by Redocly's recommended rules. */
import { LauncherError } from './launcher-error.mjs';
import { inRoot } from './root.mjs';

const RULES = 'recommended';

export async function lintOpenApi() {
  const { createConfig, lint } = await import('@redocly/openapi-core');
  const config = await createConfig({ extends: [RULES] });
  const problems = await lint({ ref: inRoot('apps/api/openapi.json'), config });
  const lines = problems.map(
    ({ severity, ruleId, message, location: [at] }) => `${severity} ${ruleId}: ${message} (${at?.pointer})`,
  );
  if (lines.length > 0) throw new LauncherError(`${lines.join('\n')}\n\nThe OpenAPI document breaks rules.`);
}

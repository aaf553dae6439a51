import type { MessageContext, MessageFunction } from 'vue-i18n';

const compiled = new Map<string, MessageFunction>();

/**
 * Our messages know `{name}` and ` | ` between singular and plural, nothing else; this stands in for vue-i18n's own
 * compiler, which is larger than all messages together.
 */
export function compileMessage(message: unknown): MessageFunction {
  const source = String(message);
  const known = compiled.get(source);
  if (known) return known;

  const forms = source.split(' | ');
  const render = (context: MessageContext) =>
    fill(forms.length > 1 ? context.plural(forms) : source, context);
  compiled.set(source, render as MessageFunction);
  return render as MessageFunction;
}

function fill(form: string, context: MessageContext): string {
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(context.named(name) ?? ''));
}

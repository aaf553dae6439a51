import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { mountApp } from '../../dev/mount-app';
import { i18n } from '../i18n';
import { error } from '../i18n/en/error';
import { ApiError } from './api-error';
import { useErrorText } from './use-error-text';

const fields = { url: ['must be https'], events: ['events must be an array', 'each value must be known'] };
const refused = new ApiError(400, 'validation_failed', 'Isian tidak sesuai: url harus https', { fields });

function textIn(locale: 'id' | 'en'): string {
  i18n.global.mergeLocaleMessage('en', { error });
  i18n.global.locale.value = locale;
  let text = '';
  mountApp(
    defineComponent({
      setup() {
        text = useErrorText().errorText(refused);
        return () => null;
      },
    }),
  );
  return text;
}

describe('useErrorText', () => {
  afterEach(() => void (i18n.global.locale.value = 'id'));

  it('tells the API\u2019s own sentence in Indonesian, and elsewhere which fields are wrong and why', () => {
    expect(textIn('id')).toBe('Isian tidak sesuai: url harus https');
    expect(textIn('en')).toBe(
      'Some of the input is not as it should be. url must be https. events must be an array, each value must be known.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { loader } from './language.ts';

const goesTo = (back: string) =>
  loader({ request: new Request(`http://localhost/language?to=en&back=${encodeURIComponent(back)}`) } as never).headers.get('location');

describe('changing the language', () => {
  it('goes back to the page it was asked on, without a language in its address', () => {
    expect(goesTo('/standard?kind=must&lang=zh-CN')).toBe('/standard?kind=must');
    expect(goesTo('/account/sign-in')).toBe('/account/sign-in');
  });

  it.each(['//evil.example', '/..//evil.example', '/.//evil.example', '/%2e%2e//evil.example', '/\\evil.example', 'https://evil.example', 'evil.example', '/\t/evil.example'])(
    'never leaves this site: %s',
    (back) => {
      expect(goesTo(back)).toMatch(/^\/(?!\/)/);
    },
  );
});

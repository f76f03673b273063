import fc from 'fast-check';
import { badFiles } from './bad-files.ts';
import type { Door } from './doors.ts';

/** One bad request, before it is known who sends it. */
export type Bad = { method: string; path: string; headers: Record<string, string>; body: Buffer | undefined };

const methods = ['GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];

const nasty = fc.oneof(
  fc.constantFrom(
    '', ' ', '\0', 'null', 'undefined', 'NaN', '-1', '0', '1e309', '9'.repeat(40), '99999999999', '2026-02-30', '0000-00-00', '+275760-09-13', "' or 1=1--", '"; drop table users; --',
    '../../../../etc/passwd', '..\\..\\windows', '%2e%2e%2f', '/etc/passwd', 'file:///etc/passwd', '//evil.example', 'javascript:alert(1)', '<script>alert(1)</script>',
    '=cmd|\' /C calc\'!A0', '@SUM(1+1)', '{{7*7}}', '${7*7}', '__proto__', 'constructor', 'toString', '[object Object]', '[]', '{}', '{"$gt":""}', '%', '_', '\\', '34%', '*', '�',
    '😀'.repeat(50), '𠮷'.repeat(200), '\u202Etxt.fdp', 'ａｂｃ１２３', 'é'.normalize('NFD').repeat(300), '\r\nSet-Cookie: a=b', 'a'.repeat(5000), '（）'.repeat(2000),
    'http://127.0.0.1:1/hook', 'http://169.254.169.254/latest', 'https://[::1]/', 'http://user:pass@evil.example/', 'gopher://x', '{"after":"x"}', 'eyJhIjoxfQ', 'ty_' + 'A'.repeat(43), '9999-12-31', '2026-13-45T99:99:99Z',
    '340111 滨湖 → 340112', '撤销\t340111\n新设\t=1+1', '*/*', 'W/"x"', '{{申报单位}}{{不存在}}', '{{'.repeat(500), '"><img src=x onerror=alert(1)>', '\u2028', 'ﷺ'.repeat(300), '１２３４', '0x1F', '1,5', '-0', ' 34 ',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.uuid(),
  fc.integer().map(String),
  fc.double().map(String),
);

const rawParts = ['%00', '%c0%ae%c0%ae', '%ED%A0%80', '%', '%zz', '..', '.', '%2e%2e', '%252e', '%5c', '%0d%0aX:1', '//', ';a=b', '*', '%F0%9F%98%80', '.data', '_.data', "'", '%27', '('];

function wellFormed(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Any bad request at this door; `known` are ids and codes that exist. */
export function badAt(door: Door, known: readonly string[]): fc.Arbitrary<Bad> {
  const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 3, arbitrary: fc.constantFrom(...door.words, 'yes', '1', '2026-09-01', '340111400', '0198f000-0000-7000-8000-00000000010a') }, { weight: 4, arbitrary: nasty });
  const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...door.names) }, { weight: 1, arbitrary: nasty });
  const part = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known).map(wellFormed) }, { weight: 3, arbitrary: nasty.map(wellFormed) }, { weight: 1, arbitrary: fc.constantFrom(...rawParts) });
  const places = fc.array(part, { minLength: 4, maxLength: 4 });
  const query = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.array(fc.tuple(name, value), { maxLength: 5 }).map((pairs) => `?${pairs.map(([key, one]) => `${wellFormed(key)}=${wellFormed(one)}`).join('&')}`), fc.constantFrom('?%', '?%zz=1', '?a=%ED%A0%80', '?after=x&before=y', `?q=${'%E5'.repeat(300)}`, '?lang=xx', '?_routes=root', '?index'));
  const suffix = fc.constantFrom('', '', '', '', '', '.data', '/', '.json', '%00');
  const fields = fc.array(fc.tuple(name, value), { maxLength: 12 });
  return fc.tuple(fc.constantFrom(...methods), places, query, suffix, body(fields), headers).map(([method, filled, asked, ending, [type, content], more]) => {
    let n = 0;
    const address = door.pattern.replace(/:\w+\??|\*/g, () => filled[n++ % filled.length] || 'x');
    const hasBody = !['GET', 'HEAD', 'TRACE', 'OPTIONS'].includes(method);
    return { method, path: visible(`${address}${address === '/' ? '' : ending}${asked}`), headers: { ...more, ...(hasBody && type ? { 'content-type': type } : {}) }, body: hasBody ? content : undefined };
  });
}

/** What the client library itself refuses to send is no request. */
const visible = (address: string) => address.replace(/[^\x21-\x7e]/g, '').slice(0, 12_000);

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
type Content = readonly [string, Buffer];

function body(fields: fc.Arbitrary<[string, string][]>): fc.Arbitrary<Content> {
  const encoded = fields.map((pairs) => [form, Buffer.from(pairs.map(([key, one]) => `${wellFormed(key)}=${wellFormed(one)}`).join('&'))] as const);
  const parts = fields.map((pairs) => [`multipart/form-data; boundary=bad`, Buffer.from(`${pairs.map(([key, one]) => `--bad\r\nContent-Disposition: form-data; name="${wellFormed(key)}"\r\n\r\n${one}\r\n`).join('')}--bad--\r\n`)] as const);
  const filed = fields.map((pairs) => [`multipart/form-data; boundary=bad`, Buffer.from(`${pairs.map(([key, one]) => `--bad\r\nContent-Disposition: form-data; name="file.${wellFormed(key)}"; filename="../../${wellFormed(one)}.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 ${one}\r\n`).join('')}--bad--\r\n`)] as const);
  const bad = fc.tuple(fields, fc.constantFrom('file', 'file', 'file', 'files', 'sealed-opinion', 'attachment', 'file.sealed-opinion'), fc.constantFrom(...badFiles)).map(([pairs, field, { name: fileName, type, content }]) => {
    const texts = pairs.map(([key, one]) => `--bad\r\nContent-Disposition: form-data; name="${wellFormed(key)}"\r\n\r\n${one}\r\n`).join('');
    const head = `${texts}--bad\r\nContent-Disposition: form-data; name="${field}"; filename="${fileName.replace(/"/g, '')}"\r\nContent-Type: ${type}\r\n\r\n`;
    return ['multipart/form-data; boundary=bad', Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--bad--\r\n')])] as const;
  });
  const raw = fc.constantFrom(...badFiles).map(({ type, content }) => [type.startsWith('.') ? '' : type, content] as const);
  const shaped = fields.map((pairs) => [json, Buffer.from(JSON.stringify(Object.fromEntries(pairs.map(([key, one]) => [key, one === '[]' ? [] : one]))))] as const);
  const deep = fc.integer({ min: 1, max: 3000 }).map((n) => [json, Buffer.from(`${'['.repeat(n)}${']'.repeat(n)}`)] as const);
  const object = fc.json().map((text) => [json, Buffer.from(text)] as const);
  const odd = fc.constantFrom<Content>(
    [form, Buffer.from('%zz=%zz&&&==&%00=%00')], [form, Buffer.alloc(0)], ['', Buffer.from('a=b')], ['text/plain', Buffer.from('a=b')], [json, Buffer.from('{"a":')],
    ['multipart/form-data', Buffer.from('no boundary')], ['multipart/form-data; boundary=x', Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut')],
    ['multipart/form-data; boundary=x', Buffer.from('--y\r\n\r\n--y--')], [`multipart/form-data; boundary=${'x'.repeat(500)}`, Buffer.from('--')],
    ['application/offset+octet-stream', Buffer.from('piece')], ['image/svg+xml', Buffer.from('<svg onload="x"/>')], [form, Buffer.from(Array.from({ length: 3000 }, (_, i) => `a${i}[]=1`).join('&'))],
    [form, Buffer.concat([Buffer.from('a='), Buffer.alloc(2_200_000, 'x')])], [form, Buffer.from('__proto__[x]=1&constructor.prototype=1&level.__proto__=met&note.=x&all.goals=1,2,x&settle.goals=yes')],
  );
  return fc.oneof({ weight: 6, arbitrary: encoded }, { weight: 2, arbitrary: parts }, { weight: 1, arbitrary: filed }, { weight: 2, arbitrary: bad }, { weight: 1, arbitrary: raw }, { weight: 2, arbitrary: shaped }, { weight: 1, arbitrary: deep }, { weight: 1, arbitrary: object }, { weight: 2, arbitrary: odd });
}

const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { host: 'evil.example' }, { host: 'a b' }, { host: '[::1' }, { host: '' }, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'x' }, { referer: 'x' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' }, { 'x-forwarded-for': "1'; --" }, { 'accept-language': 'x'.repeat(3000) }, { 'accept-encoding': 'br;q=nan, *' },
      { 'if-none-match': '"x' }, { range: 'bytes=9-1,5-' }, { 'x-http-method-override': 'DELETE' }, { 'user-agent': '' }, { 'content-encoding': 'gzip' }, { expect: 'x' },
      { 'tus-resumable': '1.0.0', 'upload-length': '-1' }, { 'tus-resumable': '1.0.0', 'upload-length': '99999999999999' }, { 'tus-resumable': '1.0.0', 'upload-length': 'x', 'upload-metadata': '%%% =' },
      { 'tus-resumable': '1.0.0', 'upload-length': '5', 'upload-metadata': 'filename !!!' }, { 'tus-resumable': '1.0.0', 'upload-offset': '-5' }, { 'tus-resumable': '0.1' },
      { 'tus-resumable': '1.0.0', 'upload-defer-length': '1' }, { 'tus-resumable': '1.0.0', 'upload-concat': 'final;/files/uploads/x' }, { 'x-requested-with': 'x', authorization: 'Bearer x' },
      { authorization: `Bearer ty_${'A'.repeat(43)}` }, { authorization: 'Bearer' }, { authorization: `Bearer ${'x'.repeat(5000)}` }, { authorization: 'Basic YTpi' }, { 'idempotency-key': '' }, { 'idempotency-key': 'x'.repeat(2000) },
      { 'idempotency-key': '"; --' }, { 'if-match': '*' }, { 'if-match': 'W/"x", "y' }, { 'if-none-match': '*' }, { 'if-modified-since': 'yesterday' }, { 'upload-checksum': 'sha1 x', 'tus-resumable': '1.0.0', 'upload-offset': '0' },
    ),
  },
);

/** Cookies that we never gave. */
export const badCookies = [
  'tongyou.session_token=', 'tongyou.session_token=a.b', 'tongyou.session_token=%E0%A4%A.x', `tongyou.session_token=${'a'.repeat(6000)}`, 'locale=xx', 'locale=en; locale=zh-CN; ;;=', '=', 'a', '__proto__=1',
  `tongyou.session_token=${'A'.repeat(32)}.${'B'.repeat(43)}%3D`, '__Secure-tongyou.session_token=x.y', 'tongyou.two_factor=x; tongyou.session_data=%00',
];

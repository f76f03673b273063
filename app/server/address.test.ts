import { expect, test } from 'vitest';
import { plainAddress } from './address.ts';

test.each([
  ['1.2.3.4', '1.2.3.4'], [' 1.2.3.4:5555', '1.2.3.4'], ['::ffff:1.2.3.4', '1.2.3.4'], ['::FFFF:0102:0304', '1.2.3.4'], ['[0:0:0:0:0:ffff:1.2.3.4]:443', '1.2.3.4'],
  ['[2001:db8::1]:443', '2001:db8::1'], ['[2001:db8::1]', '2001:db8::1'], ['2001:0DB8:0::1', '2001:db8::1'], ['fe80::1%eth0', 'fe80::1'], ['::1', '::1'],
  ['unknown', undefined], ['1.2.3.4.5', undefined], ['[2001:db8::1', undefined], ['', undefined], [undefined, undefined],
])('the address %s is %s, whoever says it', (said, plain) => {
  expect(plainAddress(said)).toBe(plain);
});

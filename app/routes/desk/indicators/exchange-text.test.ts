import { describe, expect, test } from 'vitest';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { textOf } from './exchange-text.ts';

const form = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const made = new FormData();
  made.set('file', new File([bytes], name));
  return made;
};

describe('the file of an exchange', () => {
  test('is read as text', async () => {
    expect(await textOf(form(new TextEncoder().encode('{"data":"数"}'), 'a.json'))).toBe('{"data":"数"}');
  });

  test.for([['a.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14]], ['a.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]]] as const)('of Excel is sent where Excel comes in: %s', async ([name, bytes]) => {
    await expect(textOf(form(new Uint8Array(bytes), name))).rejects.toThrow('exchange-office-file');
    expect(refusalSentence('exchange-office-file', 'zh-CN')).toContain('数值表');
  });

  test('that is no text, is missing, or is too big says so', async () => {
    await expect(textOf(form(new Uint8Array([0xff, 0xfe, 0x00]), 'a.json'))).rejects.toThrow('exchange-not-text');
    await expect(textOf(new FormData())).rejects.toThrow('document-missing');
    await expect(textOf(form(new Uint8Array(1_100_000), 'a.json'))).rejects.toThrow('document-too-big');
  });
});

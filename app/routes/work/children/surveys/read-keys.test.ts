import { describe, expect, test } from 'vitest';
import type { Definition } from '#app/domain/children/surveys/model.ts';
import { readKeys } from './read-keys.ts';

const said = { zh: '问', en: 'ask' };
const definition = {
  scale: 'pictures-3', items: [{ id: 'play', kind: 'scale', text: said }, { id: 'who', kind: 'choice', text: said, options: [{ id: 'girl', text: said }, { id: 'boy', text: said }] }, { id: 'more', kind: 'text', text: said }],
} as unknown as Definition;

describe('keys of a paper sheet', () => {
  test('are read in full width as in half, and words stay as they are', () => {
    expect(readKeys(definition, { play: '２', who: '－', more: '１ 号楼' }, 'no')).toEqual({ answers: { play: '2', who: 'does-not-apply', more: '１ 号楼' }, fields: {} });
  });

  test('that say nothing are asked about again', () => {
    expect(readKeys(definition, { play: '9', who: '3' }, 'no')).toEqual({ answers: {}, fields: { play: ['no'], who: ['no'] } });
  });
});

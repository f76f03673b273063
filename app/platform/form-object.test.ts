import { describe, expect, it } from 'vitest';
import { formObject } from './form-object.ts';

function posted(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('a posted form as an object', () => {
  it('makes lists of names that end in [] and keeps the last of a repeated plain name', () => {
    expect(formObject(posted(['a', '1'], ['a', '2'], ['b[]', '3'], ['b[]', '4']))).toEqual({ a: '2', b: ['3', '4'] });
  });

  it('takes a name that is sent both ways as it came last', () => {
    expect(formObject(posted(['a', '1'], ['a[]', '2']))).toEqual({ a: ['2'] });
    expect(formObject(posted(['a[]', '2'], ['a', '1']))).toEqual({ a: '1' });
  });

  it('takes names of the language itself for names like any other', () => {
    const object = formObject(posted(['__proto__', 'x'], ['__proto__[]', 'y'], ['constructor[]', 'z']));
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.keys(object)).toEqual(['__proto__', 'constructor']);
  });

  it('drops NULs and files', () => {
    const form = posted(['a', 'x\0y']);
    form.append('file', new Blob(['z']), 'z.pdf');
    expect(formObject(form)).toEqual({ a: 'xy' });
  });
});

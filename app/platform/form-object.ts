import { plainText } from './plain-text.ts';

/** A posted form as an object: names ending in [] are lists, the last of a repeated plain name counts, files stay out. */
export function formObject(form: FormData): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const text = plainText(value);
    const list = name.endsWith('[]') ? object[name.slice(0, -2)] : undefined;
    if (Array.isArray(list)) list.push(text);
    else if (name.endsWith('[]')) object[name.slice(0, -2)] = [text];
    else object[name] = text;
  }
  return { ...object };
}

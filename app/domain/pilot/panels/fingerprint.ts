import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/platform/canonical-json.ts';

/** 指纹: sha256 of the content in canonical form, so that anybody who has the content can work it out again. */
export function fingerprint(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

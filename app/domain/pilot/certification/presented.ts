import { Refusal } from '#app/platform/refusal.ts';
import { isPdf, textsCarried } from './carried.ts';
import type { Credential } from './credential.ts';
import { largestPresented } from './model.ts';

const mostLetters = 64_000;

/** 来件: the credential in a file that a stranger brings — the credential itself or the PDF that carries it; anything else is told apart in words. */
export async function readPresented(content: Uint8Array): Promise<Credential> {
  if (content.byteLength === 0) throw new Refusal('document-missing', 400);
  if (content.byteLength > largestPresented) throw new Refusal('certificate-file-large', 413);
  if (!isPdf(content)) return parsePresented(textOf(content));
  const carried = await textsCarried(content);
  if (carried.length === 0) throw new Refusal('certificate-pdf-empty', 422);
  if (carried.length > 1) throw new Refusal('certificate-pdf-several', 422);
  return parsePresented(carried[0]!);
}

/** Text to a credential; what is no object of a credential's shape is refused before anything is computed of it. */
export function parsePresented(text: string): Credential {
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) throw new Refusal('certificate-file-jwt', 422);
  const read = jsonOf(text);
  if (!isBadge(read)) throw new Refusal('certificate-file-none', 422);
  return read;
}

function textOf(content: Uint8Array): string {
  if (content.byteLength > mostLetters) throw new Refusal('certificate-file-none', 422);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).trim();
  } catch {
    throw new Refusal('certificate-file-none', 422);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

/** Deep and bushy texts are none of ours: a credential is four levels deep and has some sixty values. */
function isSmall(value: unknown, depth: number, left: { values: number }): boolean {
  left.values -= 1;
  if (left.values < 0 || depth > 8) return false;
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every((one) => isSmall(one, depth + 1, left));
}

function isBadge(value: unknown): value is Credential {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { '@context': context, id, type, issuer, proof } = value as Record<string, unknown>;
  const isListed = (list: unknown, word: string) => Array.isArray(list) && list.includes(word);
  return (
    isListed(context, 'https://www.w3.org/ns/credentials/v2') && isListed(type, 'VerifiableCredential') && typeof id === 'string' &&
    (typeof issuer === 'string' || typeof (issuer as { id?: unknown } | null)?.id === 'string') && typeof proof === 'object' && proof !== null && !Array.isArray(proof) &&
    isSmall(value, 0, { values: 400 })
  );
}

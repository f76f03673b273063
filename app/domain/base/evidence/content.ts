import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { EvidenceInput } from './input.ts';
import type { Content, EvidenceFile } from './model.ts';
import type { evidence } from './tables.server.ts';

/** 内容 out of a form and the files it names. */
export function contentOf(input: EvidenceInput, files: EvidenceFile[]): Content {
  const isNumber = input.kind === 'number';
  return {
    kind: input.kind, title: input.title, text: input.text, number: isNumber && input.number !== '' ? Number(input.number) : null,
    unit: isNumber ? input.unit : '', factKey: isNumber ? input.factKey : '', files, place: input.place, validFrom: input.validFrom,
    validTo: input.validTo || null, source: input.source, ageBand: input.ageBand, confidentiality: input.confidentiality,
  };
}

/** What a row says. */
export function contentOfRow(row: typeof evidence.$inferSelect): Content {
  const { kind, title, text, number, unit, factKey, files, place, validFrom, validTo, source, ageBand, confidentiality } = row;
  return { kind, title, text, number, unit, factKey, files, place, validFrom, validTo, source, ageBand, confidentiality };
}

/** 指纹: SHA-256 of what is said, written canonically; of files only what they contain. */
export function hashOf(content: Content): string {
  const said = { ...content, files: content.files.map(({ sha256 }) => sha256).toSorted() };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** Every word of it that a person wrote or named. */
export function wordsOf({ title, text, place, source, files }: Content): string[] {
  return [title, text, place, source, ...files.map(({ name }) => name)];
}

import type { Verification } from '#app/domain/base/organisations/model.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

const tones = { unverified: 'now', verified: 'good', rejected: 'bad' } as const;

/** 核实状态. */
export function Verified({ state }: { state: Verification }) {
  return <StatusTag tone={tones[state]}>{useWords(organisationsWords).states[state]}</StatusTag>;
}

import type { Standing } from '#app/domain/base/evidence/model.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Status } from '#app/ui/light/status.tsx';

const squares = { valid: 'done', soon: 'now', expired: 'late', 'not-yet': 'next', withdrawn: 'rest' } as const;

/** 有效状态 as a square and its word. */
export function StandingStatus({ standing }: { standing: Standing }) {
  return <Status state={squares[standing]}>{useWords(evidenceWords).standings[standing]}</Status>;
}

import type { Level } from '#app/domain/pilot/rubrics/model.ts';
import { blindnessWords } from '#app/i18n/blindness.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

type Mark = { itemId: string; level: Level | null; score: number | null; note: string };
type Item = { id: string; zh: string; en: string };
type Props = { others: readonly { at: number; name: string; overall: string; marks: readonly Mark[] }[]; rubric: { items: readonly Item[]; mustRules: readonly Item[]; negativeList: readonly Item[] } };

/** 其他专家: as far as the call lets a reviewer see them. */
export function Others({ others, rubric }: Props) {
  const words = useWords(blindnessWords);
  const { levels } = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const names = new Map([...rubric.items, ...rubric.mustRules, ...rubric.negativeList].map((item) => [item.id, en ? item.en : item.zh]));
  return (
    <Pane title={words.others}>
      {others.map((other) => (
        <details key={other.at} open={others.length === 1}>
          <summary>{other.name || words.nameless(other.at)}{other.marks.length === 0 && ` · ${words.noMarksYet}`}</summary>
          <ul className="bulleted">
            {other.marks.map((mark) => (
              <li key={mark.itemId}>{names.get(mark.itemId) ?? mark.itemId}: <b>{mark.level ? levels[mark.level] : (mark.score ?? '—')}</b> {mark.note}</li>
            ))}
          </ul>
          {other.overall && <p className="prose">{other.overall}</p>}
        </details>
      ))}
    </Pane>
  );
}

import type { Difference } from '#app/domain/base/standard/compare.ts';
import { inLanguage, type PlacedRule } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

type Line = { id: string; what: 'added' | 'removed' | 'changed'; before: PlacedRule | null; after: PlacedRule | null; aspects: Difference['changed'][number]['aspects'] };
const tones = { added: 'good', removed: 'bad', changed: 'now' } as const;

/** 对照表: every rule that is new, gone or different, with its words before and now. */
export function DifferenceTable({ difference, currentName }: { difference: Difference; currentName: string }) {
  const words = useWords(standardWords);
  const { desk } = words;
  const locale = useLocale();
  const { added, removed, changed, same } = difference;
  const lines: Line[] = [
    ...added.map((rule): Line => ({ id: rule.id, what: 'added', before: null, after: rule, aspects: [] })),
    ...removed.map((rule): Line => ({ id: rule.id, what: 'removed', before: rule, after: null, aspects: [] })),
    ...changed.map(({ before, after, aspects }): Line => ({ id: after.id, what: 'changed', before, after, aspects })),
  ];
  const said = (rule: PlacedRule | null) => (rule ? `${words.kinds[rule.kind]} · ${inLanguage(rule, locale)}` : '—');
  return (
    <Pane title={desk.comparedWith(currentName)} note={desk.summary(added.length, removed.length, changed.length, same)} flush>
      <KeysetTable
        page={{ rows: lines }}
        empty={{ text: desk.noDifference }}
        columns={[
          { name: 'rule', title: desk.rule, place: 'main', show: (line) => line.id },
          {
            name: 'what', title: desk.change, place: 'state',
            show: (line) => (
              <StatusTag tone={tones[line.what]}>{[desk.what[line.what], ...line.aspects.map((aspect) => desk.aspects[aspect])].join(' · ')}</StatusTag>
            ),
          },
          { name: 'before', title: desk.before, place: 'wide', show: (line) => said(line.before) },
          { name: 'after', title: desk.after, place: 'wide', show: (line) => said(line.after) },
        ]}
      />
    </Pane>
  );
}

import { readFile } from 'node:fs/promises';
import { readEditionFile } from '#app/domain/base/standard/edition-file.ts';
import { importEdition } from '#app/domain/base/standard/import-edition.ts';
import { by, type Stage } from './stage.ts';

/** 征求意见稿: a draft of the next edition, invented: three rules become musts, one reads otherwise, one is new, so that its preview has something to say. */
export async function draftEdition(stage: Stage): Promise<void> {
  const read = readEditionFile(await readFile(new URL('../../data/standard.json', import.meta.url), 'utf8'));
  if (read === 'unreadable' || 'problems' in read) throw new Error('data/standard.json is not an edition of the standard.');
  const stricter = new Set(['A2.3', 'D2.1', 'E2.4']);
  const { file } = read;
  await importEdition(by(stage, 'office', { day: -5 }), {
    ...file, id: 'draft-for-comment',
    title: { zh: '儿童友好社区建设规范（征求意见稿，示例）', en: 'Child-friendly community construction norms (draft for comment, invented)' },
    note: { zh: '示例草稿，不是任何机构的文件。', en: 'An invented draft, no document of anybody’s.' },
    sections: file.sections.map((section) => ({
      ...section,
      norms: section.norms.map((norm) => ({
        ...norm,
        rules: norm.rules.flatMap((rule) => {
          if (stricter.has(rule.id)) return [{ ...rule, kind: 'must' as const }];
          if (rule.id === 'C3.2') return [{ ...rule, zh: '保留不小于 200 平方米可自由玩耍的空地，不只放器械', en: 'Keep at least 200 square metres of open ground for free play, not only equipment' }];
          if (rule.id === 'C4.4') return [rule, { ...rule, id: 'C4.9', kind: 'should' as const, zh: '步行圈内的路口为儿童留出足够的过街时间', en: 'Crossings within walking distance give children time enough' }];
          return [rule];
        }),
      })),
    })),
  });
}

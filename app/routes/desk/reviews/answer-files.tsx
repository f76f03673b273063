import type { QuestionState } from '#app/domain/pilot/questions/model.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 询问状态的颜色. */
export const questionTones: Record<QuestionState, Tone> = { asked: 'now', forwarded: 'info', declined: 'rest', answered: 'good' };

type Props = { papers: readonly { fileId: string; name: string; size: number; isHeldBack: boolean }[]; urlOf: (fileId: string) => string };

/** 答复附件: what came with an answer; what is held back is named and not linked. */
export function AnswerFiles({ papers, urlOf }: Props) {
  const words = useWords(askingWords);
  if (papers.length === 0) return null;
  return (
    <ul className="bulleted">
      {papers.map((paper) => (
        <li key={paper.fileId}>
          {paper.isHeldBack ? <>{paper.name} <small>{words.heldBack}</small></> : <><a href={urlOf(paper.fileId)} target="_blank" rel="noreferrer">{paper.name}</a> <small>{sizeWords(paper.size)}</small></>}
        </li>
      ))}
    </ul>
  );
}

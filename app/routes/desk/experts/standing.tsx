import { Alert } from 'antd';
import type { Hindrance, Standing as Kind } from '#app/domain/pilot/experts/model.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';

const tones: Record<Kind, Tone> = { invited: 'info', verified: 'good', suspended: 'bad' };

/** 专家状态. */
export function Standing({ standing }: { standing: Kind }) {
  const words = useWords(expertsWords);
  return <StatusTag tone={tones[standing]}>{words.standings[standing]}</StatusTag>;
}

/** 还缺什么: everything that keeps an expert from being assigned today. */
export function Lacks({ reasons }: { reasons: readonly Hindrance[] }) {
  const words = useWords(expertsWords);
  if (reasons.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={words.lacksTitle}
      description={<ul>{reasons.map((reason) => <li key={reason}>{words.lacks[reason]}</li>)}</ul>}
    />
  );
}

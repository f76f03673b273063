import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 对应细则 as links to the standard. */
export function RuleTags({ ids }: { ids: readonly string[] }) {
  const words = useWords(consultingWords);
  if (ids.length === 0) return <span className="small muted">{words.noRules}</span>;
  return <span className="ruletags">{ids.map((id) => <a key={id} href={`/standard/${id}`}>{id}</a>)}</span>;
}

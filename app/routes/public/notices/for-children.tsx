import type { Layer } from '#app/platform/ctx.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useWords } from '#app/i18n/pair.ts';

type Props = { noticeId: string; versions: readonly { id: string; layer: Layer; title: string }[]; writesAt: string | undefined };

/** 给孩子看的版本 of a notice, and for those who write them the way to a new one. */
export function ForChildren({ noticeId, versions, writesAt }: Props) {
  const { onNotice, layers } = useWords(forChildrenWords);
  if (versions.length === 0 && !writesAt) return null;
  return (
    <section className="card kid forkids">
      <h2>{onNotice.title}</h2>
      <ul className="stacked">
        {versions.map(({ id, layer, title }) => (
          <li key={id}>
            <a href={`/child/know/${id}`} lang="zh-CN">{title}</a>
            <p className="small muted">{layers[layer]}</p>
          </li>
        ))}
      </ul>
      {writesAt ? <p><a href={`/work/${writesAt}/children/child-versions/new?notice=${noticeId}`}>{onNotice.write}</a></p> : null}
    </section>
  );
}

import type { ReactNode } from 'react';
import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { PageHead, Callout } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';

type Props = { place: WorkPlace; title?: string; lead?: ReactNode; tags?: ReactNode; refusal?: string | undefined };

/** 议事会各页的页头; a district or a city has no other pages of work, so its head stands alone. */
export function CouncilHead({ place, title, lead, tags, refusal }: Props) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const given = { ...(lead ? { lead } : {}), ...(tags ? { tags } : {}) };
  return (
    <>
      <PageTitle title={`${title ?? words.title} · ${place.name}`} />
      {levelOf(place.code) >= 4 ? <ChildrenHead place={place} here="council" {...(title ? { title } : {})} {...given} /> : (
        <div className="wrap">
          <p className="small"><a href={`/work/${place.code}/children/council`}>{words.title} · {place.name}</a></p>
          <PageHead title={title ?? `${words.title} · ${place.name}`} {...given} />
        </div>
      )}
      {refusal ? <div className="wrap atpage"><Callout kind="bad">{refusalSentence(refusal, locale)}</Callout></div> : null}
    </>
  );
}

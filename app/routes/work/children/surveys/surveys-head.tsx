import type { ReactNode } from 'react';
import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';

type Props = { place: WorkPlace; title?: string; lead?: ReactNode; tags?: ReactNode; beyond?: { href: string; label: string }[]; refusal?: string | undefined; told?: string | undefined };

/** 调查各页的页头, with what a form was told. */
export function SurveysHead({ place, title, refusal, told, ...rest }: Props) {
  const words = useWords(surveysWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${title ?? words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="surveys" {...(title ? { title } : {})} {...rest} />
      {refusal || told ? (
        <div className="wrap atpage">
          {refusal ? <Callout kind="bad">{refusalSentence(refusal, locale)}</Callout> : <Callout kind="ok">{told}</Callout>}
        </div>
      ) : null}
    </>
  );
}

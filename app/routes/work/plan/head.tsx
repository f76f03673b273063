import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import type { ReactNode } from 'react';
import { WorkHead } from '#app/routes/work/work-head.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { Callout } from '#app/ui/light/section.tsx';

/** 建设计划各页的页头, with what a form was told. */
export function PlanHead({ place, title, lead, due, tags, refusal, told }: { place: WorkPlace; title?: string; lead?: ReactNode; due?: readonly Due[]; tags?: ReactNode; refusal?: string | undefined; told?: string | undefined }) {
  const locale = useLocale();
  return (
    <>
      {title ? <PageTitle title={`${title} · ${place.name}`} /> : null}
      <WorkHead place={place} here="plan" {...(title ? { title } : {})} lead={lead} due={due ?? []} {...(tags ? { tags } : {})} />
      {refusal || told ? (
        <div className="wrap atpage">
          {refusal ? <Callout kind="bad">{refusalSentence(refusal, locale)}</Callout> : null}
          {told && !refusal ? <Callout kind="ok">{told}</Callout> : null}
        </div>
      ) : null}
    </>
  );
}

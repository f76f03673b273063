import type { ReactNode } from 'react';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { WorkHead } from '../work-head.tsx';
import type { EvidencePlace } from './place.ts';

/** 页头: with the tabs of the community for those who work for it, plain for those who only read. */
export function EvidenceHead({ place, title, lead, tags }: { place: EvidencePlace; title?: string; lead?: ReactNode; tags?: ReactNode }) {
  const words = useWords(evidenceWords);
  const { crumb } = useWords(workWords);
  if (place.isWorker) return <WorkHead place={place} here="evidence" {...(title ? { title } : {})} {...(lead ? { lead } : {})} {...(tags ? { tags } : {})} />;
  return (
    <div className="wrap">
      <Breadcrumb label={crumb} links={title ? [{ href: `/work/${place.code}/evidence`, label: words.title }] : []} here={title ?? `${words.title} · ${place.name}`} />
      <PageHead title={title ?? `${words.title} · ${place.name}`} {...(lead ? { lead } : {})} {...(tags ? { tags } : {})} />
    </div>
  );
}

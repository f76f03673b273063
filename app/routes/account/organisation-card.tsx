import type { OrganisationKind, Verification } from '#app/domain/base/organisations/model.ts';
import type { RecordLine } from '#app/domain/base/records/model.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { History } from '#app/ui/light/history.tsx';
import { Callout, Facts } from '#app/ui/light/section.tsx';

type Shown = { id: string; name: string; kind: OrganisationKind; creditCode: string | null; verification: Verification; verificationNote: string };

/** 我的机构的状态: what it says of itself, whether it was verified and why not, and what happened. */
export function OrganisationCard({ organisation, place, history }: { organisation: Shown; place: string; history: readonly RecordLine[] }) {
  const words = useWords(organisationsWords);
  const state = organisation.verification;
  return (
    <section className="card mark stacked">
      <h2>{organisation.name}</h2>
      {state === 'rejected' && (
        <Callout kind="bad">
          {words.states.rejected} {organisation.verificationNote}
        </Callout>
      )}
      <Facts
        facts={[
          { term: words.state, text: words.states[state] },
          { term: words.kind, text: words.kinds[organisation.kind] },
          { term: words.creditCode, text: organisation.creditCode ?? words.cell },
          { term: words.regionCode, text: place },
        ]}
      />
      <p>
        <ButtonLink kind="quiet" href={`/account/organisation?edit=${organisation.id}`}>
          {words.edit}
        </ButtonLink>
      </p>
      <h3>{words.history}</h3>
      <History lines={history} />
    </section>
  );
}

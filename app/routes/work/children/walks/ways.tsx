import { pointsOf } from '#app/domain/service/walks/model.ts';
import type { WalkRead } from '#app/domain/service/walks/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { useNames } from './names.ts';

export type WaysProps = { base: string; read: WalkRead; phonePage: string; square: string; spots: readonly string[]; formId: string; given: Record<string, string | undefined>; errors: Record<string, string[]> | undefined };

/** 怎样走、怎样记: with phones and the code, on paper, with photographs; while the walk is open. */
export function Ways({ base, read, phonePage, square, spots, formId, given, errors }: WaysProps) {
  const words = useWords(walksWords);
  const locale = useLocale();
  const { one } = words;
  const { ofPoint, ofSpot } = useNames(read.spotNames);
  const { walk, phones } = read;
  const here = `${base}/walks/${walk.id}`;
  const frame = (id: string) => ({ id, words: { required: words.required, optional: words.optional }, error: given['deed'] === 'photos' ? errors?.[id]?.[0] : undefined });
  return (
    <Section title={one.phones} hideTitle tight>
      <div className="two half walkways">
        <div className="card">
          <h3>{one.phones}</h3>
          <p>{one.phonesText}</p>
          <div className="walkcode">
            <span className="square" aria-hidden="true" dangerouslySetInnerHTML={{ __html: square }} />
            <p><span className="small">{one.address}</span><br />{phonePage}<br /><span className="small">{one.code}</span><br /><code className="big">{walk.code}</code></p>
          </div>
          <p className="small muted">{one.codeWarn}</p>
          {phones.length === 0 ? <p className="note">{one.noPhone}</p> : (
            <DataTable caption={one.phoneTable} rows={phones.map((phone, index) => ({ ...phone, number: index + 1 }))} keyOf={({ deviceId }) => deviceId} columns={[
              { head: one.phoneTable, isName: true, cell: ({ number }) => one.phone(number) },
              { head: one.syncedAt, cell: ({ syncedAt }) => (syncedAt ? shortTime(syncedAt, locale) : one.never) },
              { head: one.state, cell: ({ isDone, remaining, syncedAt }) => (isDone ? one.done : remaining > 0 ? one.holds(remaining) : syncedAt ? one.allIn : one.never) },
            ]} />
          )}
        </div>
        <div className="card">
          <h3>{one.paper}</h3>
          <p>{one.paperText}</p>
          <p className="row"><ButtonLink kind="quiet" href={`${here}/sheet`}>{one.print}</ButtonLink><ButtonLink kind="quiet" href={`${here}/enter`}>{one.enter}</ButtonLink></p>
          {read.papers > 0 ? <p>{one.sheets(read.papers)}</p> : null}
          <details open={given['deed'] === 'photos'}>
            <summary><h3>{one.addPhotos}</h3></summary>
            <form method="post" encType="multipart/form-data" noValidate>
              <input type="hidden" name="deed" value="photos" />
              <input type="hidden" name="sheetId" value={formId} />
              <UploadField {...frame('photos')} label={one.photo} required hint={one.photoHint} choose={one.choose} rule={one.photoRule} accept="image/*" multiple />
              <SelectField {...frame('point')} label={one.point} blank={one.noPoint} defaultValue={given['point']} choices={pointsOf(walk.setting, walk.checklistVersion).map(({ id }) => ({ value: id, label: ofPoint(id) }))} />
              <SelectField {...frame('spot')} label={one.spot} blank={one.noSpot} defaultValue={given['spot']} choices={spots.map((spot) => ({ value: spot, label: ofSpot(spot) }))} />
              <TextField {...frame('note')} label={one.photoNote} defaultValue={given['note']} input={{ maxLength: 120 }} />
              <Button kind="quiet">{one.submitPhotos}</Button>
            </form>
          </details>
        </div>
      </div>
    </Section>
  );
}

/** 结束或取消. */
export function Ends({ read, given, errors }: Pick<WaysProps, 'read' | 'given' | 'errors'>) {
  const words = useWords(walksWords);
  const { one } = words;
  const frame = (deed: string, name: string) => ({ id: `${deed}-${name}`, name, words: { required: words.required, optional: words.optional }, error: given['deed'] === deed ? errors?.[name]?.[0] : undefined });
  const said = (deed: string, name: string) => (given['deed'] === deed ? given[name] : undefined);
  return (
    <Section title={one.close} hideTitle tight>
      {read.taps > 0 ? (
        <form method="post" className="card narrow" noValidate>
          <h3>{one.close}</h3>
          <p>{one.closeText}</p>
          <input type="hidden" name="deed" value="close" />
          <LongTextField {...frame('close', 'words')} label={one.words} hint={one.wordsHint} required rows={3} defaultValue={said('close', 'words')} input={{ maxLength: 300 }} />
          {read.phonesOut > 0 || read.waiting > 0 ? <TickField {...frame('close', 'anyway')} label={one.anyway} /> : null}
          <Button>{one.close}</Button>
        </form>
      ) : null}
      <details className="card narrow" open={given['deed'] === 'call-off'}>
        <summary>{one.callOff}</summary>
        <form method="post" noValidate>
          <p>{one.callOffText}</p>
          <input type="hidden" name="deed" value="call-off" />
          <LongTextField {...frame('call-off', 'words')} label={one.reason} required rows={2} defaultValue={said('call-off', 'words')} input={{ maxLength: 300 }} />
          <Button kind="quiet">{one.callOff}</Button>
        </form>
      </details>
    </Section>
  );
}

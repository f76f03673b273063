import { Link } from 'react-router';
import { answers, type ComplianceContent, figureGroups, type FigureKey } from '#app/domain/children/compliance/model.ts';
import { purposes } from '#app/domain/children/impact-assessments/model.ts';
import { complianceWords } from '#app/i18n/compliance.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { figureTitle } from './figure-title.ts';

/** 并列的各组: those that are lists of figures; consent stands in a table of its own. */
const plain = ['stock', 'access', 'rights', 'sharing', 'assessments', 'incidents', 'retention'] as const;
/** What a line of a place shows; the file holds all of it. */
const ofPlaces = ['minors', 'under14', 'erased', 'given:registration', 'withdrawn:registration', 'identity-opened', 'shares', 'incidents', 'retention-deleted'] as const satisfies readonly FigureKey[];

/** 报告的数字: of the whole, by purpose, and place by place. */
export function ReportFigures({ content }: { content: ComplianceContent }) {
  const words = useWords(complianceWords);
  const { purposes: names } = useWords(impactWords);
  const { whole } = content;
  return (
    <>
      <div className="report-groups">
        {plain.map((group) => (
          <Pane key={group} title={words.groups[group]} flush>
            <FigureTable
              label={words.groups[group]} rows={figureGroups[group] as readonly FigureKey[]} keyOf={(key) => key}
              columns={[{ name: 'item', title: words.item, place: 'main', show: (key) => figureTitle(words, names, key) }, { name: 'number', title: words.number, place: 'state', show: (key) => <b className="num">{whole[key]}</b> }]}
            />
          </Pane>
        ))}
      </div>
      <Pane title={words.consents} flush>
        <FigureTable
          label={words.consents} rows={purposes} keyOf={(purpose) => purpose}
          columns={[
            { name: 'purpose', title: words.purpose, place: 'main', show: (purpose) => names[purpose] },
            ...answers.map((answer) => ({ name: answer, title: words.groups[answer], show: (purpose: (typeof purposes)[number]) => <span className="num">{whole[`${answer}:${purpose}`]}</span> })),
          ]}
        />
      </Pane>
      <Pane title={words.places} flush={content.places.length > 0}>
        {content.places.length === 0 ? words.noPlaces : (
          <FigureTable
            label={words.places} rows={content.places} keyOf={(row) => row.regionCode}
            columns={[
              { name: 'place', title: words.place, place: 'main', show: (row) => <Link to={`?${new URLSearchParams({ year: String(content.year), region: row.regionCode })}`}>{row.name}</Link> },
              ...ofPlaces.map((key) => ({ name: key, title: figureTitle(words, names, key, true), show: (row: (typeof content.places)[number]) => <span className="num">{row.figures[key]}</span> })),
            ]}
          />
        )}
      </Pane>
    </>
  );
}

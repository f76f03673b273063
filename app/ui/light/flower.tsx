import { Fragment } from 'react';
import { drawFlower, flowerBox, seedRadius, type FlowerSection, type Petal } from './flower-geometry.ts';

export type SeedState = 'met' | 'doing' | 'none' | 'rest';
export type FlowerWords = {
  title: string;
  child: string;
  under: (section: FlowerSection, met: number, rules: number) => string;
};
type Looks = { state?: (ruleId: string) => SeedState; words: FlowerWords };

function SeedDot({ x, y, look, title }: { x: number; y: number; look: string; title?: string }) {
  const inner = look === 'may' || look === 'doing';
  return (
    <g>
      {title ? <title>{title}</title> : null}
      <circle className={`seed ${look}`} cx={x.toFixed(1)} cy={y.toFixed(1)} r={seedRadius} />
      {inner ? <circle className="pip" cx={x.toFixed(1)} cy={y.toFixed(1)} r={2.4} /> : null}
    </g>
  );
}

const gap = <tspan className="gap"> </tspan>;

function Label({ petal, under }: { petal: Petal; under: string }) {
  const { x, y, anchor, lines } = petal.label;
  return (
    <text x={x.toFixed(1)} y={y.toFixed(1)} textAnchor={anchor}>
      {lines.map((line, index) => (
        <Fragment key={line}>
          <tspan className="big" x={x.toFixed(1)} dy={index ? 20 : 0}>
            {index ? null : petal.section.id}
            <tspan className="nm">{index ? line : ` ${line}`}</tspan>
          </tspan>
          {gap}
        </Fragment>
      ))}
      <tspan className="nm" x={x.toFixed(1)} dy={20}>
        {under}
      </tspan>
    </text>
  );
}

function PetalShape({ petal, state, under }: { petal: Petal; under: string; state?: Looks['state'] }) {
  const seeds = petal.rows.flatMap((row) => row.seeds);
  return (
    <>
      <path className="petal" d={petal.d} />
      {petal.rows.map((row) => (
        <path key={row.id} className="stalk" d={row.d} />
      ))}
      {seeds.map((seed) => (
        <SeedDot
          key={seed.id}
          x={seed.x}
          y={seed.y}
          look={state ? state(seed.id) : seed.kind}
          title={`${seed.id} ${seed.name}`}
        />
      ))}
      <Label petal={petal} under={under} />
    </>
  );
}

/** 规范之花：目录、雷达、报告都是这一朵 the standard as one flower: contents, radar and report. */
export function Flower({
  sections,
  state,
  href,
  words,
}: { sections: FlowerSection[]; href?: (sectionId: string) => string } & Looks) {
  const petals = drawFlower(sections);
  const metIn = (petal: Petal) =>
    petal.rows.flatMap((row) => row.seeds).filter((seed) => state?.(seed.id) === 'met').length;
  const box = `${flowerBox.x} ${flowerBox.y} ${flowerBox.width} ${flowerBox.height}`;
  return (
    <div className="flowerbox">
      <svg className="flower" viewBox={box} role={href ? 'group' : 'img'} aria-label={words.title}>
        {petals.map((petal) => {
          const under = words.under(petal.section, metIn(petal), petal.rules);
          const shape = <PetalShape petal={petal} under={under} state={state} />;
          const id = petal.section.id;
          return href ? (
            <a key={id} href={href(id)} aria-label={`${id} ${petal.section.name} ${under}`}>
              {shape}
            </a>
          ) : (
            <g key={id}>{shape}</g>
          );
        })}
        <circle className="heart" r="36" />
        <text className="big child" y="6">
          {words.child}
        </text>
      </svg>
    </div>
  );
}

/** 花的图例：记号和词 the flower's key: each mark with its word. */
export function FlowerKey({ items }: { items: { look: 'must' | 'should' | 'may' | SeedState; word: string }[] }) {
  return (
    <ul className="legend seeds">
      {items.map((item) => (
        <li key={item.look}>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <SeedDot x={0} y={0} look={item.look} />
          </svg>
          {item.word}
        </li>
      ))}
    </ul>
  );
}

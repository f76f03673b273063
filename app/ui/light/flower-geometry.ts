export type FlowerRule = { id: string; kind: 'must' | 'should' | 'may'; name: string };
export type FlowerNorm = { id: string; rules: FlowerRule[] };
export type FlowerSection = { id: string; name: string; norms: FlowerNorm[] };
export type Seed = FlowerRule & { x: number; y: number };
export type Row = { id: string; d: string; seeds: Seed[] };
export type Petal = {
  section: FlowerSection;
  d: string;
  rows: Row[];
  rules: number;
  label: { x: number; y: number; anchor: 'start' | 'middle' | 'end'; lines: string[] };
};

const first = 74,
  step = 31,
  gap = 6;
export const seedRadius = 8.4;
export const flowerBox = { x: -342, y: -262, width: 684, height: 566 };

const at = (angle: number, radius: number) => {
  const turn = (angle * Math.PI) / 180;
  return [radius * Math.cos(turn), radius * Math.sin(turn)] as const;
};
const say = (angle: number, radius: number) =>
  at(angle, radius)
    .map((n) => n.toFixed(1))
    .join(' ');

function outline(from: number, to: number, reach: number) {
  const span = to - from,
    mid = (from + to) / 2,
    inner = first - 24;
  const swell = reach * (1.06 / Math.cos((span * 0.24 * Math.PI) / 180));
  return (
    `M${say(from, inner)}L${say(from, reach * 0.82)}C${say(from + span * 0.04, reach * 1.06)} ${say(mid - span * 0.24, swell)} ${say(mid, reach * 1.06)}` +
    `C${say(mid + span * 0.24, swell)} ${say(to - span * 0.04, reach * 1.06)} ${say(to, reach * 0.82)}L${say(to, inner)}A${inner} ${inner} 0 0 0 ${say(from, inner)}z`
  );
}

/** 边上的长英文名按词折行 a long Latin name beside a petal folds at its words. */
function labelOf(section: FlowerSection, mid: number, reach: number): Petal['label'] {
  const side = Math.cos((mid * Math.PI) / 180);
  const anchor = side > 0.5 ? 'start' : side < -0.5 ? 'end' : 'middle';
  const [x, y] = at(mid, reach * 1.06 + (anchor === 'middle' ? 26 : 34));
  const folds = anchor !== 'middle' && section.name.length > 9;
  const lines = folds ? section.name.split(' ') : [section.name];
  return {
    x: x + (anchor === 'start' ? -16 : anchor === 'end' ? 16 : 0),
    y: y - 3 - (y < 0 ? (lines.length - 1) * 10 : 0),
    anchor,
    lines,
  };
}

/** 规范之花的几何：一瓣一个板块，一行一项要求，一粒一条细则 the flower's geometry, computed from the standard. */
export function drawFlower(sections: FlowerSection[]): Petal[] {
  const norms = sections.reduce((sum, section) => sum + section.norms.length, 0);
  const unit = (360 - gap * sections.length) / Math.max(1, norms);
  let angle = -90 - ((sections[0]?.norms.length ?? 0) * unit) / 2;
  return sections.map((section) => {
    const from = angle,
      to = angle + section.norms.length * unit;
    const longest = Math.max(1, ...section.norms.map((norm) => norm.rules.length));
    const reach = first + step * (longest - 1) + 24;
    const rows = section.norms.map((norm, index): Row => {
      const along = from + unit * (index + 0.5);
      const seeds = norm.rules.map((rule, place): Seed => {
        const [x, y] = at(along, first + step * place);
        return { ...rule, x, y };
      });
      return {
        id: norm.id,
        d: `M${say(along, first - 8)}L${say(along, first + step * (norm.rules.length - 1))}`,
        seeds,
      };
    });
    angle = to + gap;
    return {
      section,
      d: outline(from, to, reach),
      rows,
      rules: rows.reduce((sum, row) => sum + row.seeds.length, 0),
      label: labelOf(section, (from + to) / 2, reach),
    };
  });
}

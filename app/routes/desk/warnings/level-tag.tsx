import type { AlertLevel, Ground, RuleCode } from '#app/domain/city/early-warning/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { withUnit } from '../../public/plans/words.ts';

/** 预警级别: a word in a coloured field, and the more bars the worse; what is over has only an outline. */
export function LevelTag({ level, isOver = false }: { level: AlertLevel; isOver?: boolean }) {
  const { levels } = useWords(warningWords);
  return <span className={isOver ? `alevel ${level} over` : `alevel ${level}`}><i aria-hidden="true">{{ yellow: '▏', orange: '▏▏', red: '▏▏▏' }[level]}</i>{levels[level]}</span>;
}

/** 依据 in a sentence. */
export function GroundSaid({ rule, ground, unit }: { rule: RuleCode; ground: Ground; unit: Definition['unit'] }) {
  const words = useWords(warningWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  return words.says(rule, ground, (value) => (value === null ? '—' : withUnit(value, unit, city, locale)));
}

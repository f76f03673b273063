import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, type PgColumn, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, county, day, inItsCounty } from '#app/db/columns.ts';
import { roundStates, signUpStates } from './model.ts';

const said = (name: string) => text(name).notNull().default('');
const key = (t: { countyCode: PgColumn; id: PgColumn }) => primaryKey({ columns: [t.countyCode, t.id] });
const ofRound = (name: string, columns: [PgColumn, PgColumn]) =>
  foreignKey({ name, columns, foreignColumns: [observerRounds.countyCode, observerRounds.id] }).onDelete('cascade');

/** 走访: observers look at a place together, with a limited number of seats. COUNTY. */
export const observerRounds = pgTable(
  'observer_rounds',
  {
    ...about(),
    title: text().notNull(),
    about: said('about'),
    startsAt: at('starts_at').notNull(),
    place: text().notNull(),
    seats: smallint().notNull(),
    state: text({ enum: roundStates }).notNull().default('open'),
    supporter: text().notNull(),
    checkedOn: day('checked_on').notNull(),
    checkValidUntil: day('check_valid_until').notNull(),
    madeByName: text('made_by_name').notNull(),
    summary: said('summary'),
    walkedAt: at('walked_at'),
  },
  (t) => [key(t), index('observer_rounds_by_id').on(t.id), index('observer_rounds_by_region').on(t.regionCode, t.id), index('observer_rounds_coming').on(t.startsAt).where(sql`state = 'open'`), inItsCounty('observer_round_in_its_county', t)],
);

/** 走访报名. COUNTY. */
export const roundSignUps = pgTable(
  'round_sign_ups',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    roundId: uuid('round_id').notNull(),
    childId: uuid('child_id'),
    nickname: text().notNull(),
    /** The guardian's signature on paper, where it was. */
    consentOn: day('consent_on'),
    state: text({ enum: signUpStates }).notNull(),
    /** The order in which they came. */
    turn: integer().notNull(),
    wasThere: boolean('was_there'),
  },
  (t) => [
    key(t), uniqueIndex('one_sign_up_per_child').on(t.countyCode, t.roundId, t.childId), uniqueIndex('round_turns').on(t.countyCode, t.roundId, t.turn),
    index('round_sign_ups_by_child').on(t.childId).where(sql`child_id is not null`), ofRound('sign_up_of_round', [t.countyCode, t.roundId]),
  ],
);

/** 走访发现: what was seen, with photographs; what calls for an answer becomes a matter. COUNTY. */
export const roundNotes = pgTable(
  'round_notes',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    roundId: uuid('round_id').notNull(),
    childId: uuid('child_id'),
    text: text().notNull(),
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'`),
    writtenAt: at('written_at').notNull(),
    matterId: uuid('matter_id'),
  },
  (t) => [key(t), index('round_notes_by_id').on(t.id), index('round_notes_by_round').on(t.countyCode, t.roundId, t.id), index('round_notes_by_child').on(t.childId).where(sql`child_id is not null`), ofRound('note_of_round', [t.countyCode, t.roundId])],
);

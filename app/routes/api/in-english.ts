import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { englishNames } from '#app/domain/base/regions/name-in.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const nation = { code: '*', english: 'China' };

/** 英文地名: an answer names places officially; beside a region's `name` stands `nameEn`, beside every `regionCode` stands `regionNameEn`. */
export async function withEnglish<T>(ctx: Ctx, answer: T): Promise<T> {
  const codes = new Set<string>();
  named(answer, (code) => (codes.add(code), ''));
  const names = new Map([nation, ...(await englishNames(ctx, [...codes]))].map(({ code, english }) => [code, english]));
  return named(answer, (code) => names.get(code) ?? null) as T;
}

function named(value: unknown, nameOf: (code: string) => string | null): unknown {
  if (Array.isArray(value)) return value.map((each) => named(each, nameOf));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => {
    if (key === 'was') return [[key, each]]; // what a region was called is not what it is called
    const said = [key, named(each, nameOf)];
    if (key === 'regionCode' && isPlace(each)) return [said, ['regionNameEn', nameOf(each)]];
    return key === 'name' && typeof each === 'string' && 'code' in value && isPlace(value.code) ? [said, ['nameEn', nameOf(value.code)]] : [said];
  }));
}

const isPlace = (code: unknown): code is string => typeof code === 'string' && (code === nation.code || isRegionCode(code));

import type zh from '../zh-CN/events-evaluation.ts';

export default {
  'evidence.added': 'entered a piece of evidence',
  'evidence.known': 'entered evidence that was there already; it was used again',
  'evidence.corrected': 'corrected a piece of evidence',
  'evidence.withdrawn': 'withdrew a piece of evidence',
  'evidence.cited': 'cited a piece of evidence',
  'evidence.uncited': 'stopped citing a piece of evidence',
  'evidence.sealed-opened': 'opened a sealed piece of evidence',
  'evidence.expiry-told': 'was reminded that evidence runs out',
  'results.region-followed': 'results count in the new unit after a change of regions',
  'evidence.region-followed': 'evidence followed a change of regions',
  'community.fact-forgotten': 'took a figure out of what is known of a community',
  'burden.counted': 'entered a form into the burden meter',
} satisfies typeof zh;

// Seed claims: every claim of the articles is carried by something, and every library text answers a claim.

import { CARRIERS } from '../schema/index.ts';
import type { Inspection } from './inspection.ts';

export function claimsHold({ knowledge, expect, report }: Inspection): void {
  const answering = new Set<string>();
  for (const { file, claims } of knowledge.seedArticles)
    for (const claim of claims) {
      const place = `seed-claims (${file})`;
      if (claim.carriedBy.length === 0) report(place, `${claim.id}.carriedBy`, 'points nowhere');
      for (const kind of CARRIERS) {
        const ids = claim.carriedBy.filter((carrier) => carrier.kind === kind).map(({ id }) => id);
        expect(kind, ids, place, `${claim.id}.carriedBy`);
        if (kind === 'library') for (const id of ids) answering.add(id);
      }
    }
  for (const { id } of knowledge.library)
    if (!answering.has(id)) report(`library/${id}.json`, 'id', 'answers no seed claim');
}

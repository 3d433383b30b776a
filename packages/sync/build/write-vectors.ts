// `npx tsx packages/sync/build/write-vectors.ts`: writes the test vectors into PROTOCOL.md, below their heading.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectorsAsText } from '../src/testing/index.ts';

const file = join(import.meta.dirname, '../PROTOCOL.md');
const [before = ''] = readFileSync(file, 'utf8').split('<!-- vectors -->');
writeFileSync(file, `${before}<!-- vectors -->\n\n${vectorsAsText()}`);

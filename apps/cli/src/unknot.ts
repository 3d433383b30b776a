// `npx unknot <command>`: JSON in, JSON out (a table where one is asked for). 0 is fine, 2 is input that cannot be used, with one line on stderr.

import { parseArgs } from 'node:util';
import { HELP } from './help.ts';
import { BadInput, meant, readInput, readSecret, shown } from './input/index.ts';

/** Commands that answer one case; each is loaded only when it is called. */
const ANSWERS: Readonly<Record<string, () => Promise<(input: unknown) => unknown>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  identify: async () => (await import('./commands/identify.ts')).identify,
  plan: async () => (await import('./commands/plan.ts')).plan,
};
const COMMANDS = [...Object.keys(ANSWERS), 'evaluate', 'export', 'verify', 'backup', 'serve', 'help'];

const [command = 'help', ...words] = process.argv.slice(2);
try {
  await run();
} catch (trouble) {
  if (!(trouble instanceof BadInput)) throw trouble;
  process.stderr.write(`unknot ${COMMANDS.includes(command) ? `${command}: ` : ''}${trouble.message}\n`);
  process.exitCode = 2;
}

async function run(): Promise<void> {
  const answer = ANSWERS[command];
  if (answer) {
    const { values } = arguments_({ in: { type: 'string' } }, false);
    const input = await readInput(values.in as string | undefined);
    process.stdout.write(`${JSON.stringify((await answer())(input), short, 2)}\n`);
  } else if (command === 'evaluate') {
    const { values, positionals } = arguments_({ cases: { type: 'boolean' } }, true);
    if (positionals.length === 0)
      throw new BadInput('needs the file of a casebook, for example tests/casebook/triage.json');
    const { evaluate } = await import('./commands/evaluate.ts');
    for (const file of positionals) {
      const { measures, lines } = evaluate(await readInput(file));
      if (values.cases) for (const line of lines) process.stderr.write(`${JSON.stringify(line, short)}\n`);
      process.stdout.write(`${JSON.stringify(measures, short)}\n`);
    }
  } else if (command === 'export') {
    const yesOrNo = { type: 'boolean' } as const;
    const { values, positionals } = arguments_({ json: yesOrNo, csv: yesOrNo, fhir: yesOrNo, private: yesOrNo }, true);
    const [file] = positionals;
    if (!file || positionals.length > 1)
      throw new BadInput('needs one file: a copy of the diary (unknot-….json) or a backup (unknot-….backup)');
    const chosen = (['json', 'csv', 'fhir'] as const).filter((format) => values[format]);
    if (chosen.length > 1) throw new BadInput('makes one thing at a time: --json, --csv or --fhir');
    const [format = 'json'] = chosen;
    if (values.private && format !== 'json')
      throw new BadInput('takes --private with --json only: a table or a bundle never holds private answers');
    const { exportDiary } = await import('./commands/export.ts');
    const words = () => readSecret('Twelve words of this backup (they are not shown): ');
    const { text, unread } = await exportDiary(file, {
      format,
      withPrivate: values.private === true,
      words,
      now: Date.now(),
    });
    process.stdout.write(text);
    if (unread > 0)
      process.stderr.write(
        `unknot export: lines this version cannot read, and left out: ${unread}; --json --private keeps them\n`,
      );
  } else if (command === 'verify') {
    const { positionals } = arguments_({}, true);
    const [file] = positionals;
    if (!file || positionals.length > 1) throw new BadInput('needs one backup file, for example unknot.backup');
    const { verify } = await import('./commands/verify.ts');
    process.stdout.write(`${JSON.stringify(await verify(file), short, 2)}\n`);
  } else if (['help', '--help', '-h'].includes(command)) {
    process.stdout.write(HELP);
  } else {
    throw new BadInput(`${shown(command)} is not a command${meant(command, COMMANDS)} (known: ${COMMANDS.join(', ')})`);
  }
}

function arguments_(options: Record<string, { type: 'string' | 'boolean' }>, files: boolean) {
  try {
    return parseArgs({ args: words, options, allowPositionals: files, strict: true });
  } catch (trouble) {
    throw new BadInput(shown((trouble as Error).message).slice(1, -1));
  }
}

/** Digits beyond the fourth say nothing. */
function short(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}

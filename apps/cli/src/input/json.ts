// Reads JSON and, when it is none, says where it stops being JSON.

import { BadInput } from './fields.ts';

/** @throws {BadInput} with line and column, counted from 1 */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = firstFault(text);
    if (at >= text.trimEnd().length) {
      throw new BadInput(`${name} ${text.trim() === '' ? 'is empty' : 'ends too early'}: JSON was expected`);
    }
    const before = text.slice(0, at).split('\n');
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
    throw new BadInput(`${name} is not JSON: it goes wrong at line ${line}, column ${column}`);
  }
}

// Grammar of RFC 8259; the long class is its "unescaped".
const SPACE = /[ \t\r\n]*/y;
const SIMPLE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
/** A string, word or number that the end of the text cuts in two. */
const CUT_OFF =
  /(?:"[ !#-[\]-\uffff]*(?:\\.[ !#-[\]-\uffff]*)*\\?|t|tr|tru|f|fa|fal|fals|n|nu|nul|-?\d*\.?\d*(?:[eE][+-]?)?)$/y;

/**
 * Where the text stops being JSON; the length of the text when it ends too early.
 * JSON.parse says this only on newer Nodes, and in other words on each.
 */
function firstFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let wanted: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    take(SPACE);
    const sign = text[at];
    if (sign === undefined) return text.length;
    const wantsValue: boolean = wanted === 'value' || wanted === 'value or ]';
    const wantsKey: boolean = wanted === 'key' || wanted === 'key or }';
    if ((sign === ']' && wanted === 'value or ]') || (sign === '}' && wanted === 'key or }')) {
      open.pop();
      at += 1;
      wanted = ', or end';
    } else if (wanted === ', or end' && open.length > 0 && sign === (open.at(-1) === '{' ? '}' : ']')) {
      open.pop();
      at += 1;
    } else if (wanted === ', or end' && open.length > 0 && sign === ',') {
      at += 1;
      wanted = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wanted === ':' && sign === ':') {
      at += 1;
      wanted = 'value';
    } else if (wantsValue && (sign === '{' || sign === '[')) {
      open.push(sign);
      at += 1;
      wanted = sign === '{' ? 'key or }' : 'value or ]';
    } else if ((wantsValue || wantsKey) && take(STRING)) {
      wanted = wantsKey ? ':' : ', or end';
    } else if (wantsValue && take(SIMPLE) && !/[\w.+-]/.test(text[at] ?? '')) {
      wanted = ', or end';
    } else {
      return (wantsValue || (wantsKey && sign === '"')) && take(CUT_OFF) ? text.length : at;
    }
  }
}

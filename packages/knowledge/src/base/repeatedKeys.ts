// JSON lets a key appear twice in one object and silently keeps the last. For knowledge that is a lost fact.

/**
 * Keys that appear twice in the same object.
 *
 * @param json  text that `JSON.parse` accepts
 * @returns     the repeated keys, in order of appearance
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated: string[] = [];
  const open: (Set<string> | 'list')[] = [];
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push('list');
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      const key = JSON.parse(token.slice(0, -colon.length)) as string;
      if (keys === undefined || keys === 'list') continue;
      if (keys.has(key)) repeated.push(key);
      keys.add(key);
    }
  }
  return repeated;
}

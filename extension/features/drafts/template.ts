/** The only names a template may use; anything else, also what JavaScript objects inherit, is refused (B69). */
export const templateVariables = [
  'title',
  'description',
  'brand',
  'size',
  'category',
  'condition',
  'colours',
  'materials',
  'composition',
  'measurements',
  'price',
] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type TemplateValues = Partial<Record<TemplateVariable, string>>;

export type TemplateProblem =
  | { is: 'unknown'; name: string }
  | { is: 'unclosed' }
  | { is: 'too-long'; length: number; limit: number };
export type Expansion = { ok: true; text: string } | { ok: false; problems: TemplateProblem[] };

export const templateLimits = { name: 60, title: 300, body: 5_000, variables: 200 } as const;

const allowed = new Map<string, TemplateVariable>(templateVariables.map((name) => [name, name]));
allowed.set('colors', 'colours');

const slot = /\{\{([^{}]*)\}\}/g;

/** Names a template uses that do not exist, and braces that never close. Shown while the seller writes it. */
export function checkTemplate(text: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (text.length > templateLimits.body)
    problems.push({ is: 'too-long', length: text.length, limit: templateLimits.body });
  const names = new Set([...text.slice(0, templateLimits.body).matchAll(slot)].map((match) => nameIn(match[1] ?? '')));
  for (const name of names) if (!allowed.has(name)) problems.push({ is: 'unknown', name: name.slice(0, 60) });
  if (/\{\{|\}\}/.test(text.replaceAll(slot, ''))) problems.push({ is: 'unclosed' });
  return problems;
}

/**
 * Puts values in place of variables, once: a value that itself looks like a variable stays as it is. A line whose
 * variables are all empty is dropped, and so are the blank lines this leaves doubled. Never longer than `limit`: then
 * it is an error and nothing is cut silently.
 */
export function expandTemplate(text: string, values: TemplateValues, limit: number): Expansion {
  const problems = checkTemplate(text);
  if (problems.length > 0) return { ok: false, problems };
  const lines: string[] = [];
  let length = 0;
  for (const line of text.split('\n')) {
    const expanded = expandLine(line, values);
    if (expanded === undefined) continue;
    length += expanded.length + 1;
    // Counting goes on without keeping: 200 variables of 2,000 characters must not become a string first.
    if (length <= limit + 1) lines.push(expanded);
  }
  if (length > limit + 1) return { ok: false, problems: [{ is: 'too-long', length: length - 1, limit }] };
  return {
    ok: true,
    text: lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim(),
  };
}

function expandLine(line: string, values: TemplateValues): string | undefined {
  const used = [...line.matchAll(slot)].map((match) => valueOf(match[1] ?? '', values));
  if (used.length > 0 && used.every((value) => value === '')) return undefined;
  return line.replaceAll(slot, (_, name: string) => valueOf(name, values)).trimEnd();
}

const nameIn = (raw: string): string => raw.trim();

function valueOf(raw: string, values: TemplateValues): string {
  const name = allowed.get(nameIn(raw));
  return (name && Object.hasOwn(values, name) && values[name]) || '';
}

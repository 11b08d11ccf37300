import { type Document, isMap, isScalar, type LineCounter, type Scalar, visit } from 'yaml';
import { parseTemplate, type TemplatePart } from './interpolation/template';
import { readDocument } from './yaml/parse-document';
import { Problems } from './yaml/problems';

/** A variable that a Compose file asks for. */
export interface VariableUse {
  name: string;
  /** Text used when it is not set; null when there is none, or when it is made of other variables. */
  default: string | null;
  /** The file cannot be deployed without it (`${A:?…}` somewhere). */
  required: boolean;
  /** Neither a default nor required anywhere: it is empty when nobody sets it. */
  optional: boolean;
  /** Where it is used first, from 1. */
  line: number;
  column: number;
}

/**
 * The variables of a Compose file by name, in the order of their first use; those that secrets and configs are made of last.
 * @throws DomainError COMPOSE_INVALID when the file is no YAML, with line and column.
 */
export function listVariables(text: string): VariableUse[] {
  const problems = new Problems();
  const parsed = readDocument(text, problems);
  problems.throwIfAny();
  const uses = new Map<string, VariableUse>();
  if (!parsed) return [];
  visit(parsed.document, {
    Scalar(key, node) {
      if (key === 'key' || typeof node.value !== 'string' || !isScalar(node)) return;
      const template = parseTemplate(node.value);
      if (template.ok) collect(template.parts, placeOf(node, parsed.lines), uses);
    },
  });
  for (const node of sourceNodes(parsed.document))
    collect([{ name: node.value, operator: '?', word: [] }], placeOf(node.scalar, parsed.lines), uses);
  return [...uses.values()];
}

/**
 * Names of the variables that secrets and configs are made of (`environment: NAME`), each once. None from a text that
 * cannot be read.
 */
export function listSourceVariables(text: string): string[] {
  // Most files have neither; reading YAML takes longer than finding that out.
  if (!/^["']?(secrets|configs)\b/m.test(text)) return [];
  const parsed = readDocument(text, new Problems());
  return parsed ? [...new Set(sourceNodes(parsed.document).map(({ value }) => value))] : [];
}

function sourceNodes(document: Document): { value: string; scalar: Scalar }[] {
  return ['secrets', 'configs'].flatMap((section) => {
    const entries = isMap(document.contents) ? document.get(section) : undefined;
    return (isMap(entries) ? entries.items : []).flatMap(({ value: entry }) => {
      const node = isMap(entry) ? entry.get('environment', true) : undefined;
      if (!isScalar(node) || typeof node.value !== 'string' || node.value.includes('$')) return [];
      return [{ value: node.value, scalar: node }];
    });
  });
}

function collect(
  parts: TemplatePart[],
  place: { line: number; column: number },
  uses: Map<string, VariableUse>,
): void {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    const { name, operator, word } = part;
    const use = uses.get(name) ?? { name, default: null, required: false, optional: true, ...place };
    if (operator === ':?' || operator === '?') use.required = true;
    if (operator === ':-' || operator === '-') use.default ??= literal(word);
    if (operator !== null && operator !== ':+' && operator !== '+') use.optional = false;
    uses.set(name, use);
    collect(word, place, uses);
  }
}

function literal(word: TemplatePart[]): string | null {
  return word.every((part) => typeof part === 'string') ? word.join('') : null;
}

function placeOf(node: Scalar, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(node.range?.[0] ?? 0);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

export interface SchemaField {
  name: string;
  title: string;
  kind: 'number' | 'integer' | 'boolean' | 'choice' | 'text';
  required: boolean;
  choices: string[];
  minimum: number | null;
  maximum: number | null;
  /** What to begin with, as it is typed. */
  example: string;
  /** Range seen in training: information, not a limit. */
  training: { minimum: number; maximum: number } | null;
  description: string | null;
}

type Json = Record<string, unknown>;

/** The fields of a model's input, out of its JSON Schema. What cannot be drawn as a field becomes a text. Pure. */
export function readSchema(schema: Json): SchemaField[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const examples = objectOf(Array.isArray(schema.examples) ? schema.examples[0] : undefined);
  return Object.entries(objectOf(schema.properties)).map(([name, value]) => {
    const property = objectOf(value);
    const choices = readChoices(property);
    const example = examples[name] ?? firstOf(property.examples) ?? property.default ?? choices[0];
    return {
      name,
      title: typeof property.title === 'string' ? property.title : name,
      kind: kindOf(property, choices),
      required: required.includes(name),
      choices,
      minimum: numberOf(property.minimum),
      maximum: numberOf(property.maximum),
      example: example === undefined || example === null ? '' : String(example),
      training: readTraining(property['x-training']),
      description: typeof property.description === 'string' ? property.description : null,
    };
  });
}

/** The instance that was typed: numbers as numbers, empty optional fields left out. Pure. */
export function toInstance(fields: readonly SchemaField[], values: Record<string, string>): Json {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = (values[field.name] ?? '').trim();
      return text === '' ? [] : [[field.name, toValue(field, text)]];
    }),
  );
}

function toValue(field: SchemaField, text: string): unknown {
  if (field.kind === 'boolean') return text === 'true';
  if (field.kind !== 'number' && field.kind !== 'integer') return text;
  const number = Number(text.replace(',', '.'));
  // What is no number goes as it is: the model names the field that is wrong.
  return Number.isFinite(number) ? number : text;
}

function kindOf(property: Json, choices: readonly string[]): SchemaField['kind'] {
  const types = Array.isArray(property.type) ? property.type : [property.type];
  if (types.includes('boolean')) return 'boolean';
  if (types.includes('integer')) return 'integer';
  if (types.includes('number')) return 'number';
  return choices.length > 0 ? 'choice' : 'text';
}

function readChoices(property: Json): string[] {
  return Array.isArray(property.enum) ? property.enum.filter((choice) => choice !== null).map(String) : [];
}

function readTraining(value: unknown): SchemaField['training'] {
  const { minimum, maximum } = objectOf(value);
  const low = numberOf(minimum);
  const high = numberOf(maximum);
  return low === null || high === null ? null : { minimum: low, maximum: high };
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

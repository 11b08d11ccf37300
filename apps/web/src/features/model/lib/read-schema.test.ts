import { describe, expect, it } from 'vitest';
import { readSchema, toInstance } from './read-schema';

const schema = {
  type: 'object',
  properties: {
    Age: {
      title: 'Age',
      type: 'integer',
      minimum: 0,
      examples: [36],
      'x-training': { minimum: 18, maximum: 68 },
    },
    Home: { type: 'string', enum: ['owner', 'rent'], examples: ['owner'] },
    Income: { type: 'number' },
    Married: { type: ['boolean', 'null'] },
    Note: { type: 'string' },
  },
  required: ['Age', 'Home'],
  examples: [{ Age: 40 }],
};

describe('readSchema', () => {
  it('draws each property as the field that fits', () => {
    const fields = readSchema(schema);
    expect(fields.map((field) => [field.name, field.kind, field.required, field.example])).toEqual([
      ['Age', 'integer', true, '40'],
      ['Home', 'choice', true, 'owner'],
      ['Income', 'number', false, ''],
      ['Married', 'boolean', false, ''],
      ['Note', 'text', false, ''],
    ]);
    expect(fields[0]?.training).toEqual({ minimum: 18, maximum: 68 });
  });

  it('takes a schema that says nothing', () => {
    expect(readSchema({})).toEqual([]);
    expect(readSchema({ properties: { x: null } })[0]).toMatchObject({ name: 'x', kind: 'text' });
  });
});

describe('toInstance', () => {
  const fields = readSchema(schema);

  it('gives numbers as numbers and leaves empty fields out', () => {
    expect(
      toInstance(fields, { Age: '40', Home: 'rent', Income: '1200,5', Married: 'true', Note: ' ' }),
    ).toEqual({
      Age: 40,
      Home: 'rent',
      Income: 1200.5,
      Married: true,
    });
  });

  it('sends what is no number as it is, for the model to name the field', () => {
    expect(toInstance(fields, { Age: 'old' })).toEqual({ Age: 'old' });
  });
});

import type { ImportField, ImportMapping } from '@jalon/contracts';

/** How columns are called in the sheets of people, in both languages; compared without case, accents and signs. */
const NAMES: Record<ImportField, readonly string[]> = {
  title: ['title', 'titre', 'use case', 'cas d usage', 'name', 'nom', 'intitule'],
  businessUnit: ['business unit', 'unit', 'entite', 'direction', 'metier', 'department', 'bu'],
  initiative: ['initiative', 'programme', 'program'],
  benefitType: ['benefit', 'benefit type', 'benefice', 'type de benefice', 'type de gain'],
  problemStatement: ['need', 'problem', 'problem statement', 'besoin', 'probleme'],
  expectedOutcome: ['expected result', 'expected outcome', 'outcome', 'resultat attendu', 'resultat'],
  sponsor: ['sponsor', 'commanditaire'],
  owner: ['owner', 'owner email', 'porteur', 'responsable', 'email'],
  contributors: ['contributors', 'contributor', 'contributors email', 'contributeurs', 'contributeur'],
  feasibility: ['feasibility', 'feasib', 'faisabilite', 'faisab'],
  risk: ['risk', 'risque'],
  tags: ['tags', 'tag', 'etiquettes', 'mots cles'],
  low: ['low', 'ebitda low', 'bas', 'minimum', 'ebitda min'],
  likely: ['likely', 'ebitda likely', 'probable', 'ebitda', 'ebitda probable'],
  high: ['high', 'ebitda high', 'haut', 'maximum', 'ebitda max'],
  startDate: ['start', 'start date', 'planned start', 'debut', 'date de debut', 'debut prevu'],
  rampUpMonths: ['ramp up', 'ramp up months', 'montee en charge', 'montee en charge mois'],
  horizonYears: ['horizon', 'horizon years', 'horizon ans'],
  oneOffCost: ['one off cost', 'cost', 'cout unique', 'cout initial', 'investissement'],
  yearlyRunCost: ['run cost a year', 'yearly run cost', 'run cost', 'cout annuel', 'cout de run'],
};

/** Lower case, without accents, and with one space for whatever is no letter and no digit. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Which column holds which field, by the columns' names; a column is taken once. */
export function guessMapping(columns: readonly string[]): ImportMapping {
  const names = columns.map(plain);
  const mapping: ImportMapping = {};
  for (const [field, known] of Object.entries(NAMES) as [ImportField, readonly string[]][]) {
    const column = names.findIndex((name) => known.includes(name));
    if (column >= 0 && !Object.values(mapping).includes(column)) mapping[field] = column;
  }
  return mapping;
}

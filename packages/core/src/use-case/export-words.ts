import type { BenefitType, KpiState, UseCaseStatus } from '@jalon/contracts';

export type ExportLocale = 'en' | 'fr';

interface ExportWords {
  sheet: string;
  columns: readonly string[];
  benefit: Record<BenefitType, string>;
  status: Record<UseCaseStatus, string>;
  kpi: Record<KpiState, string>;
}

/** What an exported file says, in the language of whoever asked; the import knows these columns again. */
export const EXPORT_WORDS: Record<ExportLocale, ExportWords> = {
  en: {
    sheet: 'Use cases',
    columns: [
      'Reference',
      'Title',
      'Business unit',
      'Owner',
      'Stage',
      'Status',
      'Benefit',
      'Feasibility',
      'Risk',
      'Low',
      'Likely',
      'High',
      'Expected a year',
      'Probability of production',
      'Risk-adjusted',
      'Currency',
      'Planned start',
      'Ramp-up (months)',
      'Estimated on',
      'KPI',
      'In its stage since',
      'Updated on',
      'Tags',
      'Initiative',
      'Contributors',
    ],
    benefit: { REVENUE_GROWTH: 'Revenue growth', COST_REDUCTION: 'Cost reduction' },
    status: { ACTIVE: 'Active', ON_HOLD: 'On hold', REJECTED: 'Rejected', RETIRED: 'Retired' },
    kpi: { ON_TARGET: 'On target', OFF_TARGET: 'Off target', LATE: 'Late', NO_SAMPLES: 'No values' },
  },
  fr: {
    sheet: 'Cas d’usage',
    columns: [
      'Référence',
      'Titre',
      'Entité',
      'Porteur',
      'Étape',
      'Statut',
      'Bénéfice',
      'Faisabilité',
      'Risque',
      'Bas',
      'Probable',
      'Haut',
      'Attendu par an',
      'Probabilité de production',
      'Pondéré par le risque',
      'Devise',
      'Début prévu',
      'Montée en charge (mois)',
      'Estimé le',
      'KPI',
      'Dans son étape depuis',
      'Modifié le',
      'Étiquettes',
      'Initiative',
      'Contributeurs',
    ],
    benefit: { REVENUE_GROWTH: 'Croissance des revenus', COST_REDUCTION: 'Réduction des coûts' },
    status: { ACTIVE: 'Actif', ON_HOLD: 'En pause', REJECTED: 'Rejeté', RETIRED: 'Retiré' },
    kpi: {
      ON_TARGET: 'Cible atteinte',
      OFF_TARGET: 'Hors cible',
      LATE: 'En retard',
      NO_SAMPLES: 'Sans mesure',
    },
  },
};
